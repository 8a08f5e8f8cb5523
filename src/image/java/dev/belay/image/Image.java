package dev.belay.image;

import java.nio.file.Path;

/** Makes the program's folder. Run by the build, on the JDK that becomes the runtime. */
public final class Image {

    private Image() {}

    /** @param args the build's folder and the folder with the launcher and the rules for shrinking */
    public static void main(String[] args) throws Exception {
        Layout layout = new Layout(Path.of(args[0]), Path.of(args[1]));
        new Libraries(layout).prepare();
        new Documents(layout).write();
        JavaRuntime runtime = new JavaRuntime(layout.runtime());
        runtime.link();
        new Launcher(layout, runtime).write();
        new ClassArchives(layout, runtime).train();
    }
}
