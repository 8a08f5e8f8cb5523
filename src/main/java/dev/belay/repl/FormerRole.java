package dev.belay.repl;

import dev.belay.chat.ProblemException;
import dev.belay.config.BadParams;
import dev.belay.config.Params;
import dev.belay.config.Role;
import dev.belay.config.RoleCall;
import dev.belay.config.Settings;
import dev.belay.session.Heading;
import java.util.Optional;

/**
 * The role that was played in a session which is gone on with.
 *
 * @param role with the values that it had; empty for none
 * @param lost why it cannot be played any more, in a sentence; empty when it can
 */
public record FormerRole(Optional<Role> role, String lost) {

    /** What the session remembers; one that is older knows its system prompt alone. */
    public static FormerRole of(Heading heading, Settings settings) {
        if (heading.role().isEmpty()) {
            return new FormerRole(settings.roleSaying(heading.system()), "");
        }
        try {
            RoleCall call = RoleCall.recorded(heading.role());
            Optional<Role> role = settings.role(call.name());
            return role.isEmpty()
                    ? lost(call.name() + ", which is not there any more")
                    : new FormerRole(Optional.of(again(role.get(), call.params())), "");
        } catch (ProblemException unreadable) {
            return lost("whose text cannot be read (" + unreadable.problem().message() + ")");
        } catch (BadParams changed) {
            return lost("which has changed (" + changed.getMessage() + ")");
        }
    }

    /** Where the system prompt was another's, its variables had no values. */
    private static Role again(Role role, Params params) {
        try {
            return role.again(params);
        } catch (BadParams incomplete) {
            return role.withoutSystem().again(params);
        }
    }

    private static FormerRole lost(String why) {
        return new FormerRole(
                Optional.empty(),
                "the session had a role, " + why + "; its system prompt stays, and nothing else of it");
    }
}
