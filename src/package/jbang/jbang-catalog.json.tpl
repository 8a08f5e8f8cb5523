{
  "aliases": {
    "{{jbangAliasName}}": {
      "script-ref": "{{distributionUrl}}",
      "description": "{{projectDescription}}",
      "java": "{{distributionJavaVersion}}+",
      "runtime-options": ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"]
    }
  }
}
