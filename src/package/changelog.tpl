CHANGELOG.md says what changed for people who use belay. All commits:

{{changelogChanges}}
