package dev.belay.view.markdown;

/** One answer of each kind of block, all of whose letters are seen, each word another one. */
enum Blocks {
    PARAGRAPH("""
            alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omikron pi rho sigma tau
            upsilon phi chi psi omega

            end"""),
    EMPHASIS("""
            alpha *beta gamma **delta epsilon** zeta* eta ~~theta iota~~ ***kappa** lambda* mu __nu xi__ _omikron_ pi
            **rho sigma tau upsilon phi chi psi omega and that is all of it**

            end"""),
    CODE_IN_TEXT(
            "alpha `beta gamma` delta ``epsilon ` zeta`` eta `theta iota kappa lambda mu nu xi omikron pi` rho\n\nend"),
    OPEN_SIGNS(
            "alpha *beta gamma **delta epsilon [zeta eta `theta iota _kappa lambda <mu nu xi ~~omikron pi rho sigma tau\n\nend"),
    HEADING(
            "# alpha beta gamma delta epsilon zeta\n\n## eta *theta* iota\n\nkappa lambda mu\nnu xi\n===\n\nomikron\n-------\nend"),
    LIST(
            "- alpha beta gamma delta epsilon zeta eta theta\n- iota **kappa** lambda\n  - mu nu xi omikron pi rho sigma tau\n\n    upsilon phi\n- chi\n\nend"),
    NUMBERED(
            "7. alpha beta gamma delta epsilon zeta eta theta\n8. iota kappa\n   * [x] lambda mu nu\n   * [ ] xi omikron\n9. pi\n\nend"),
    QUOTE(
            "> alpha beta gamma delta epsilon zeta eta theta iota\n> kappa *lambda mu* nu\n>\n> > xi omikron pi rho sigma tau upsilon phi\n>\n> - chi psi\n\nend"),
    FENCE("""
            alpha

            ```java
            int beta = gamma(delta); // epsilon zeta eta theta iota kappa lambda mu nu xi omikron pi rho sigma

            String tau = "upsilon";
            ```

            - phi

              ```
              chi psi
              ```

            end""".replace("```java", "```")),
    INDENTED(
            "alpha\n\n    beta gamma\n\n    delta epsilon zeta eta theta iota kappa lambda mu nu xi omikron pi\n\nend"),
    TABLE("""
            alpha

            | beta | gamma |
            |:-----|------:|
            | delta | *epsilon* |
            | zeta eta theta iota kappa | lambda `mu` |

            end"""),
    HTML("alpha\n\n<div>\nbeta gamma delta epsilon\n</div>\n\nend"),
    LINK("alpha [beta gamma](#) delta [epsilon] zeta [eta theta iota kappa](#) lambda mu nu\n\nend"),
    WIDE("漢字仮名交文 alpha 👍🏽 beta 한국어 gamma 春夏秋冬東西南北 *delta 前後左右* epsilon\n\nend");

    final String text;

    Blocks(String text) {
        this.text = text;
    }

    /** Letters alone, in their order: looks, signs and where rows end aside. */
    static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
