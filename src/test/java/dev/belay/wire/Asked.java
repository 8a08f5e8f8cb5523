package dev.belay.wire;

import dev.belay.chat.Event.Text;
import dev.belay.chat.Exchange;
import dev.belay.chat.Message;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Problem;
import dev.belay.chat.Prompt;
import dev.belay.chat.Signal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A question that is being answered on a thread of its own, as in the program. */
final class Asked {

    private static final long LIMIT_SECONDS = 30;

    private final Words words;
    private final Exchange.Call call;
    private final List<Signal> signals = new CopyOnWriteArrayList<>();
    private final CountDownLatch text = new CountDownLatch(1);
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final Thread thread;
    private Runnable atOutcome = () -> {};

    private Asked(Http http, Words words) {
        this.words = words;
        this.call = http.speaking(words).open(new Prompt("m", "", List.of(Message.user("q"))));
        this.thread = new Thread(() -> call.run(this::take), "asked");
        thread.setDaemon(true);
    }

    static Asked begin(Http http, String url) {
        return begin(http, url, "question");
    }

    static Asked begin(Http http, String url, String body) {
        Asked asked = new Asked(http, new Words(url, body));
        asked.thread.start();
        return asked;
    }

    /** One that is not sent before it is told to. */
    static Asked later(Http http, String url) {
        return new Asked(http, new Words(url, "question"));
    }

    /** Does this on the call's own thread when the outcome is told, before anything else that follows. */
    Asked atOutcome(Runnable action) {
        atOutcome = action;
        return this;
    }

    Asked start() {
        thread.start();
        return this;
    }

    private boolean take(Signal signal) {
        signals.add(signal);
        if (signal instanceof Text) {
            text.countDown();
        } else if (signal instanceof Outcome end) {
            atOutcome.run();
            outcome.complete(end);
        }
        return true;
    }

    void awaitHeaders() throws InterruptedException {
        words.awaitHeaders();
    }

    void awaitText() throws InterruptedException {
        text.await();
    }

    void cancel() {
        call.cancel();
    }

    List<Signal> signals() {
        return signals;
    }

    /** The outcome as soon as it is told. */
    Outcome outcome() throws Exception {
        return outcome.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until the call's thread has ended as well, which gives the connection back after the outcome. */
    Outcome end() throws Exception {
        Outcome end = outcome();
        thread.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        if (thread.isAlive()) {
            throw new AssertionError("the call goes on after its outcome");
        }
        return end;
    }

    /** The same, of an answer that has to be whole. */
    void expectHello() throws Exception {
        if (!(end() instanceof Complete) || !signals.contains(new Text("hello"))) {
            throw new AssertionError(signals);
        }
    }

    Problem problem() throws Exception {
        return failure().problem();
    }

    Failed failure() throws Exception {
        return end() instanceof Failed failed ? failed : fail();
    }

    private Failed fail() {
        throw new AssertionError("expected a failure, saw " + signals);
    }
}
