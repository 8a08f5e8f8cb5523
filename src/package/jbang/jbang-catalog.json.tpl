{
  "aliases": {
    "{{jbangAliasName}}": {
      "script-ref": "https://{{repoHost}}/{{repoOwner}}/{{repoName}}/releases/download/{{tagName}}/belay-{{projectVersion}}.jar",
      "description": "{{projectDescription}}",
      "java": "{{distributionJavaVersion}}+",
      "runtime-options": ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"]
    }
  }
}
