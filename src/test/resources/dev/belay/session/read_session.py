import json, sys

def read(path):
    title, turns, before = "", [], {}  # what stands, and what stood before each turn
    for line in open(path, "rb"):
        try:
            record = json.loads(line)
        except ValueError:
            continue  # torn or damaged: this line only
        kind, number = record.get("type"), record.get("turn")
        if kind == "title":
            title = record["text"]
        elif kind == "user":
            before[number], there = turns, [turn["turn"] for turn in turns]
            if record.get("retries") in there:
                turns = turns[:there.index(record["retries"])]
            turns = turns + [{"turn": number, "user": record["text"], "answer": "", "outcome": "interrupted"}]
            turns[-1]["discards"] = record.get("on_interrupt") == "discard"
        elif kind == "undo":
            turns = before.get(number, turns)
        elif kind in ("delta", "end") and turns and number == turns[-1]["turn"]:
            turns[-1]["answer"] += record.get("text", "")
            turns[-1]["outcome"] = record.get("outcome", "interrupted")
    for turn in turns:
        if turn.pop("discards") and turn["outcome"] != "complete":
            turn["answer"] = ""  # what came counts only when it is complete
    return {"title": title, "turns": turns}

for path in sys.argv[1:]:
    print(json.dumps(read(path)))
