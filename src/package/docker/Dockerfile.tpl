FROM {{dockerBaseImage}}
{{#dockerLabels}}
LABEL {{.}}
{{/dockerLabels}}
COPY assembly/ /opt/belay/
RUN useradd --create-home belay
USER belay
WORKDIR /home/belay
ENV LANG=C.UTF-8
ENTRYPOINT {{dockerEntrypoint}}
