package dev.belay.repl.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class KeyboardTest {

    private final Keys keys = new Keys();
    private final Keyboard keyboard = new Keyboard(keys, StandardCharsets.UTF_8);

    /** A terminal: each read gives what was pressed at once, and an empty piece is a pause. */
    private static final class Keys extends InputStream {
        private final LinkedBlockingQueue<byte[]> pressed = new LinkedBlockingQueue<>();

        void press(String text) {
            pressed.add(text.getBytes(StandardCharsets.UTF_8));
        }

        void pause() {
            pressed.add(new byte[0]);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] bytes, int off, int len) throws IOException {
            try {
                byte[] next = pressed.take();
                System.arraycopy(next, 0, bytes, off, next.length);
                return next.length == 0 ? -1 : next.length;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private static Keyboard.Reaction stopping(Runnable stop) {
        return new Keyboard.Reaction() {
            @Override
            public void stop() {
                stop.run();
            }

            @Override
            public void suspend() {
                throw new AssertionError("nobody pressed Ctrl-Z");
            }
        };
    }

    private String read(int count) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) keyboard.read(0L));
        }
        return text.toString();
    }

    @Test
    void whatIsDoneInAQuietMomentHoldsUpNoKey() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        keyboard.whenQuiet(() -> {
            begun.countDown();
            try {
                stopped.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        keyboard.start();
        keyboard.reactBy(stopping(stopped::countDown));
        keys.pause();
        begun.await();
        keys.press("\u0003");
        stopped.await();
    }

    @Test
    void keysTypedAheadWaitInTheirOrder() throws IOException {
        keyboard.start();
        keyboard.reactBy(stopping(() -> {}));
        keys.press("äb");
        keys.press("\u001b[A\r");
        assertEquals("äb\u001b[A\r", read(6));
    }

    @Test
    void aCharacterCutBetweenTwoReadsIsWhole() throws IOException {
        byte[] bytes = "€".getBytes(StandardCharsets.UTF_8);
        keys.pressed.add(new byte[] {bytes[0]});
        keys.pressed.add(new byte[] {bytes[1], bytes[2]});
        keyboard.start();
        assertEquals("€", read(1));
    }

    @Test
    void escAloneIsToldAndTakenAway() throws Exception {
        CountDownLatch escaped = new CountDownLatch(1);
        keyboard.reactBy(stopping(escaped::countDown));
        keyboard.start();
        keys.press("a\u001b");
        keys.pause();
        escaped.await();
        keys.press("b");
        assertEquals("ab", read(2));
    }

    @Test
    void ctrlCStopsAtOnceAndAllElseWaits() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        keyboard.reactBy(stopping(stopped::countDown));
        keyboard.start();
        keys.press("one\u0003two\u0003");
        stopped.await();
        assertEquals("onetwo", read(6));
    }

    @Test
    void ctrlCInTheSameBreathAsEnterStopsTheAnswerThatEnterAskedFor() throws Exception {
        keyboard.start();
        keys.press("q\r\u0003");
        assertEquals("q\r", read(2));
        CountDownLatch stopped = new CountDownLatch(1);
        keyboard.reactBy(stopping(stopped::countDown));
        stopped.await();
    }

    @Test
    void ctrlCAfterTheAnswerIsAKeyAtThePrompt() throws Exception {
        keyboard.start();
        keyboard.reactBy(stopping(() -> {
            throw new AssertionError("stopped nothing");
        }));
        keyboard.reactBy(null);
        keys.press("\u0003");
        assertEquals("\u0003", read(1));
    }

    @Test
    void anArrowKeyIsNoEscEvenWhenItsSequenceIsCut() throws Exception {
        AtomicInteger escapes = new AtomicInteger();
        keyboard.reactBy(stopping(escapes::incrementAndGet));
        keyboard.start();
        keys.press("\u001b");
        keys.press("[A");
        keys.pause();
        keys.press("x");
        assertEquals("\u001b[Ax", read(4));
        assertEquals(0, escapes.get());
    }

    @Test
    void atThePromptEscIsAKeyLikeAnyOther() throws IOException {
        keyboard.start();
        keys.press("\u001b");
        keys.pause();
        keys.press("b");
        assertEquals("\u001bb", read(2));
    }

    @Test
    void enterTypedBeforeAStopDoesNotSend() throws IOException {
        keyboard.start();
        keys.press("one\rtwo\r\r");
        keys.press("!");
        readAhead(10);
        keyboard.holdBack();
        assertEquals("one\u001b\rtwo\u001b\r\u001b\r!", read(13));
    }

    @Test
    void aPasteMayHoldAnythingAndStopsNothing() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicInteger stops = new AtomicInteger();
        keyboard.reactBy(stopping(() -> {
            stops.incrementAndGet();
            stopped.countDown();
        }));
        keyboard.start();
        keys.press("a\u001b[20");
        keys.press("0~b\u0003\rc");
        keys.press("d\re\u001b[2");
        keys.press("01~f\u0003");
        stopped.await();
        assertEquals(1, stops.get());
        assertEquals("a\u001b[200~", read(7));
        assertEquals("b\u0003\rcd\re", keyboard.readPaste());
        assertEquals("f", read(1));
    }

    @Test
    void ctrlCStopsEvenWhenAPasteDoesNotEnd() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        keyboard.reactBy(stopping(stopped::countDown));
        keyboard.start();
        keys.press("\u001b[200~half a paste");
        keys.press("\u0003");
        stopped.await();
    }

    @Test
    void aPasteWithoutAnEndIsOverWithCtrlC() throws IOException {
        keyboard.start();
        keys.press("half a paste\u0003");
        assertEquals("half a paste", keyboard.readPaste());
    }

    @Test
    void aQueuedMessageIsToldOnce() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        keyboard.reactBy(stopping(stopped::countDown));
        keyboard.start();
        keys.press("one\r");
        keys.press("two\rthree\u0003");
        stopped.await();
        assertEquals(List.of("one"), keyboard.queued());
        assertEquals(List.of(), keyboard.queued());
        assertEquals("one\r", read(4));
        assertEquals(List.of(), keyboard.queued());
    }

    @Test
    void whileAnotherProgramHasTheTerminalItsKeysAreLeftToIt() throws Exception {
        keyboard.start();
        keys.press("a");
        assertEquals("a", read(1));
        Thread lender = new Thread(() -> {
            try {
                keyboard.lease().begin();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        lender.start();
        while (!keyboard.lease().isLent()) {
            Thread.onSpinWait();
        }
        keys.pause();
        lender.join();
        keys.press("b");
        keyboard.lease().end();
        assertEquals("b", read(1));
    }

    /** Waits until so many keys are there, without taking them. */
    private void readAhead(int count) throws IOException {
        char[] chars = new char[64];
        int there = 0;
        StringBuilder text = new StringBuilder();
        while (there < count) {
            int got = keyboard.readBuffered(chars, 0, chars.length, 0);
            text.append(chars, 0, got);
            there += got;
        }
        keys.press(text.toString());
        assertEquals(text.charAt(0), (char) keyboard.peek(0));
    }

    @Test
    void aTimeIsKept() throws IOException {
        keyboard.start();
        assertEquals(Keyboard.READ_EXPIRED, keyboard.read(30L));
    }

    @Test
    void theEndReachesAWaitingReader() throws Exception {
        keyboard.start();
        Thread ender = new Thread(keyboard::end);
        ender.start();
        assertEquals(Keyboard.EOF, keyboard.read(0L));
        ender.join();
    }

    @Test
    void aTerminalThatIsGoneEndsTheInput() throws IOException {
        for (int i = 0; i < 20; i++) {
            keys.pause();
        }
        keyboard.start();
        assertEquals(Keyboard.EOF, keyboard.read(0L));
    }

    @Test
    void whatTheTerminalReportsOfItsFocusIsRememberedAndIsNoKey() throws IOException {
        keyboard.takeReports();
        keyboard.start();
        keys.press("a\u001b[Ob\u001b[A\u001b[I\u001b[Oc");
        assertEquals("ab\u001b[Ac", read(6));
        assertEquals(Focus.LOST, keyboard.focus());
        keys.press("\u001b[Id");
        assertEquals("d", read(1));
        assertEquals(Focus.HELD, keyboard.focus());
    }

    @Test
    void aReportInTwoPiecesThatNobodyHasReadYetIsNoKeyEither() throws Exception {
        CountDownLatch all = new CountDownLatch(1);
        keyboard.takeReports();
        keyboard.reactBy(stopping(all::countDown));
        keyboard.start();
        keys.press("x\u001b");
        keys.press("[O");
        keys.press("y\u0003");
        all.await();
        keyboard.reactBy(null);
        assertEquals("xy", read(2));
        assertEquals(Focus.LOST, keyboard.focus());
    }

    @Test
    void whoHasNotAskedForReportsGetsEveryKey() throws IOException {
        keyboard.start();
        keys.press("\u001b[I");
        assertEquals("\u001b[I", read(3));
    }
}
