<#-- Annotations that only compilers read, and what nothing in use calls, are left out of the image, by the pom. -->
<#assign absent = ["annotations", "checker-qual", "jline-style"]>
belay is under Apache-2.0: see LICENSE beside this file. What comes with it is listed here. In the program's folder it
lies in lib, without what belay never calls and without the names of local variables, and picocli is compiled from its sources.

<#list dependencyMap?sort_by(["key", "artifactId"]) as entry>
<#assign part = entry.getKey()>
<#if !absent?seq_contains(part.artifactId)>
${part.artifactId} ${part.version}, ${entry.getValue()?join(" or ")}<#if !entry.getValue()?seq_contains("Apache-2.0")>, licenses/${part.groupId}.txt</#if>, ${part.url!}
</#if>
</#list>

Within okhttp-jvm is the Public Suffix List, MPL-2.0, https://publicsuffix.org/list/
Within jackson-core are FastDoubleParser and Schubfach, MIT, whose texts are in its META-INF.

The Java runtime, in the folder runtime, is OpenJDK, GPL-2.0 with the Classpath Exception: its texts are in runtime/legal.
