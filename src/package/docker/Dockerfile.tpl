# {{jreleaserCreationStamp}}
FROM {{dockerBaseImage}} AS unpacked
RUN apt-get update && apt-get install -y --no-install-recommends unzip
COPY assembly/ /
RUN unzip -q /{{distributionArtifactFile}} -d /opt && mv /opt/{{distributionArtifactRootEntryName}} /opt/belay

FROM {{dockerBaseImage}}
{{#dockerLabels}}
LABEL {{.}}
{{/dockerLabels}}
COPY --from=unpacked /opt/belay /opt/belay
RUN useradd --create-home belay && install -d -o belay /home/belay/.local /home/belay/.config
USER belay
WORKDIR /home/belay
ENV LANG=C.UTF-8
ENTRYPOINT {{dockerEntrypoint}}
