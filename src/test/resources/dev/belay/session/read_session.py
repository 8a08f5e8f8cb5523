import json, sys

def taken_back(record):
    """The turn that a record takes away: the rule of undo and retries."""
    return record["turn"] if record["type"] == "undo" else record.get("retries")

def read(path):
    turns, title, asked, into = {}, "", None, None
    for line in open(path, "rb"):
        try:
            record = json.loads(line)
        except ValueError:
            continue  # torn or damaged: this line only
        kind, turn = record.get("type"), record.get("turn")
        if kind == "title":
            title = record["text"]
        if kind in ("user", "undo"):
            turns.pop(taken_back(record), None)
        if kind == "user":
            asked, into, begun = turn, record.get("prefills", turn), False
            if into == asked:
                turns[turn] = {"user": record["text"], "answer": ""}
                turns[turn]["outcome"] = "interrupted"
        if kind == "delta" and turn == asked and "text" in record:
            if not begun and into != asked:
                turns[into]["answer"] = turns[into]["answer"].rstrip()
                turns[into]["outcome"] = "interrupted"
            begun = True
            turns[into]["answer"] += record["text"]
        if kind == "end" and turn == asked and (begun or into == asked):
            turns[into]["outcome"] = record["outcome"]
    return {"title": title, "turns": [{"turn": n, **turns[n]} for n in turns]}

for path in sys.argv[1:]:
    print(json.dumps(read(path)))
