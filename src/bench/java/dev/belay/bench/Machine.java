package dev.belay.bench;

import java.lang.management.ManagementFactory;
import java.util.List;

/** What is told about the machine, so that figures can be judged later. */
final class Machine {

    private Machine() {}

    static List<String> notes() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return List.of(
                ("%s %s, %d processors, load before the run %.2f; on a machine with other work figures are worse, and"
                                + " ratios too: the program wants two processors, its references one")
                        .formatted(
                                system.getName(),
                                system.getArch(),
                                system.getAvailableProcessors(),
                                system.getSystemLoadAverage()));
    }
}
