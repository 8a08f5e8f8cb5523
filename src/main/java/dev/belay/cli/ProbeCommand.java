package dev.belay.cli;

import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Parameters;
import dev.belay.config.Role;
import dev.belay.repl.Manner;
import dev.belay.repl.Model;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Tries whether a model can be asked, how long each step of that takes, and whether it can be stopped. */
final class ProbeCommand {

    private ProbeCommand() {}

    static Exit run(List<String> words, Options options, Context context) throws IOException {
        if (words.size() > 1) {
            throw new UsageException(
                    "probe: name one model, or none; to send these words to a model: belay -- probe …");
        }
        OutputForm form = OutputForm.of(options);
        Preferences preferences = context.preferences();
        Optional<Role> role = preferences.casting().usualRole();
        Models models = context.models(role, options.text("--base-url"), options.text("--dialect"));
        Choice choice = models.choose(words.isEmpty() ? preferences.model() : Optional.of(words.get(0)));
        Model model = models.open(choice);
        Manner manner = preferences.manner(role, Optional.empty());
        Parameters parameters = manner.tuning().of(choice.name());
        Probe.Findings findings = new Probe(model, parameters, manner.limits().total()).run(context.interrupts());
        if (findings.outcome() instanceof Interrupted stopped && findings.isAbandoned()) {
            return Exit.of(stopped.cause());
        }
        String afterStop = findings.closing().isPresent() ? model.terms().afterStop() : "";
        ProbeReport report = new ProbeReport(choice, findings, afterStop);
        context.print(form.isForPrograms() ? report.json() + "\n" : report.text(context.outStyle()), form);
        if (findings.outcome() instanceof Failed failed) {
            context.complain(failed.problem().sentence());
        }
        return findings.outcome() instanceof Failed
                        || findings.outcome() instanceof Complete
                                && findings.firstToken().isEmpty()
                ? Exit.FAILED
                : Exit.COMPLETE;
    }
}
