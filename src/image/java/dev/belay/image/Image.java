package dev.belay.image;

import dev.belay.os.Os;
import java.io.IOException;
import java.nio.file.Path;

/** Makes the program's folder. Run by the build, on the JDK that becomes the runtime. */
public final class Image {

    private Image() {}

    /** @param args the build's folder and the folder with the launcher and the rules for shrinking */
    public static void main(String[] args) throws Exception {
        Layout layout = new Layout(Path.of(args[0]), Path.of(args[1]));
        build(layout);
        if (Os.current().isPosix()) {
            new ClassArchives(layout, new JavaRuntime(layout.runtime())).train();
        } else {
            new AppImage(layout, layout.target().resolve("app-image")).make();
        }
    }

    /** All but the class archives, which hold addresses and differ each time. */
    static void build(Layout layout) throws IOException, InterruptedException {
        new Libraries(layout).prepare();
        new Documents(layout).write();
        JavaRuntime runtime = new JavaRuntime(layout.runtime());
        runtime.link();
        if (Os.current().isPosix()) {
            new Launcher(layout, runtime).write();
        }
    }
}
