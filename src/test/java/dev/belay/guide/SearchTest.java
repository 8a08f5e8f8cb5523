package dev.belay.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    private static final Search SEARCH = new Search(new Manual().sections());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            how do I quit                                            | keys: How to leave (exit, quit, Ctrl-D)
            how can I leave this program?                            | keys: How to leave (exit, quit, Ctrl-D)
            what happens to my money when I press ctrl-c             | stopping: Does stopping save money
            how to exit                                              | keys: How to leave (exit, quit, Ctrl-D)
            stopping                                                 | stopping: Stopping an answer with Ctrl-C
            help sessions                                            | sessions: Where conversations are saved
            where do you store the sessions?                         | sessions: Where conversations are saved
            can I use Claude or Gemini                               | models: Providers
            invalid api key                                          | trouble: Wrong or missing API key
            model not found                                          | trouble: Unknown model (404, not found)
            ctrl-d                                                   | keys: How to leave (exit, quit, Ctrl-D)
            nothing happens                                          | trouble: A slow answer, or one that breaks off
            can others read my conversations                         | safety: Privacy: who can read your conversations
            does stopping cost anything                              | stopping: Does stopping save money
            am I billed for an answer I cancelled?                   | stopping: Does stopping save money
            where are my chats saved                                 | sessions: Where conversations are saved
            exit code 130                                            | scripts: Exit codes
            what does exit code 124 mean                             | scripts: Exit codes
            what is belay?                                           | start: What belay is
            are you a language model?                                | guide: What the guide is
            how do I connect to a real model?                        | start: Connect a real model
            how do I stop an answer?                                 | stopping: Stopping an answer with Ctrl-C
            what does Ctrl+C do at the prompt                        | stopping: Ctrl-C at the prompt
            can I use the escape key                                 | stopping: Stop with the Esc key
            what is kept when I interrupt                            | stopping: What is kept after an interruption
            what does the ~ in the interrupted line mean             | stopping: What the interrupted line means
            does the model know that it was interrupted              | stopping: What the model sees next
            what happens on SIGTERM                                  | stopping: SIGTERM and other signals
            how do I write several lines                             | keys: Several lines in one message
            multi-line input                                         | keys: Several lines in one message
            how do I paste code                                      | keys: Pasting text
            can I type while the answer is streaming                 | keys: Typing ahead while an answer streams
            what does ctrl z do                                      | keys: Suspending with Ctrl-Z
            how do I search my history                               | keys: History of what you typed
            list of slash commands                                   | commands: All commands
            how do I switch to another model?                        | models: Choosing a model
            what does the /model command do                          | commands: /model: change the model
            what does /retry do                                      | commands: /retry: ask again
            how can I copy the code of an answer            | commands: /copy: copy an answer or its code
            can I edit my last message                      | commands: /edit: change the last message
            how do I export a chat as Markdown              | commands: /export: write the conversation to a file
            how do I list my saved conversations            | commands: /sessions: list the conversations
            can I give a conversation a title               | commands: /title: give the conversation a name
            fork a conversation                             | commands: /fork: go on in a copy
            how can I undo my last message                           | commands: /undo: take back what you did last
            how do I start a new conversation                        | commands: /clear: begin a new conversation
            how many tokens have I used                              | commands: /usage: how many tokens
            how do I send a line that begins with a slash            | commands: Messages that begin with a slash
            which model is used                                      | models: Which model answers
            where do I put my API key                                | models: API keys
            how do I use ollama                                      | models: Models on your own machine with Ollama
            can I use vllm or lm studio                              | models: Any server by its address
            how do I set a system prompt                             | commands: /system: the system prompt
            how do I use belay in a shell script                     | scripts: One-shot in a shell script
            can I pipe into head                                     | scripts: Pipes that end early: head
            does ctrl-c stop my for loop                             | scripts: Ctrl-C in loops and pipelines
            how do I turn colours off                                | scripts: Colour and NO_COLOR
            what is written to stdout                                | scripts: What goes to standard output (stdout)
            how do I continue yesterday's conversation               | sessions: Going on with a conversation
            how can I chat without saving anything                   | sessions: Chats without a trace: --no-save
            what is the format of a session file                     | sessions: The session format
            example of a session file                                | sessions: A session file by example
            can two programs use one session                         | sessions: Locked and damaged session files
            what options are there                                   | options: All options
            how do I attach a picture                                | commands: /file: attach a picture, a PDF or a text
            can I send a screenshot or a PDF                         | commands: /file: attach a picture, a PDF or a text
            where are my attachments kept                            | sessions: Attached files in a conversation
            how do I write a duration                                | options: Time limits and durations
            where is the config file                                 | config: Where the config file is
            all settings of the config                               | config: All settings
            roles with system prompts                                | config: Roles: system prompts by name
            short names for models                                   | config: Aliases: short names for models
            a provider of my own                                     | config: Providers of your own, and changes to known ones
            key from a password manager                              | config: A key from a password manager: key_command
            what does belay config check do                          | config: The command: belay config
            does an option come before the config                    | config: Option, environment, config: what comes first
            how do I use a proxy                                     | config: The network: proxy and certificates
            change the temperature                                   | commands: /set: temperature, max_tokens, stop, reasoning
            what does /role do                                       | commands: /role: play a role
            which environment variables are there                    | files: Environment variables
            backup my chats                                          | files: Backup and moving to another machine
            can an answer contain escape sequences                   | safety: What reaches your terminal
            is my key ever printed or logged                         | safety: API keys are never printed or logged
            are redirects followed                                   | safety: Redirects and encrypted connections
            my key is wrong, 401                                     | trouble: Wrong or missing API key
            it cannot connect to the host                            | trouble: Cannot connect
            I get an html page from a proxy                          | trouble: The server sends a web page
            what about rate limits                                   | trouble: Rate limits and busy servers
            error 429 too many requests                              | trouble: Rate limits and busy servers
            what happens when the disk is full                       | trouble: Disk full or not writable
            the conversation is too long for the context             | trouble: The conversation is too long
            my terminal is broken after a crash                      | trouble: The terminal looks odd
            the answer hangs in the middle                           | trouble: A slow answer, or one that breaks off
            """)
    void theBestSectionIsTheOneThatAnswers(String question, String section) {
        assertEquals(Optional.of(section), found(question));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what is the capital of France?",
                "write a haiku about autumn leaves",
                "2 + 2",
                "who won the world cup in 1998",
                "how are you?",
                "",
                "???",
                "日本語"
            })
    void aQuestionThatTheManualCannotAnswerFindsNothing(String question) {
        assertEquals(Optional.empty(), found(question));
    }

    @Test
    void theHeadingOfEverySectionFindsIt() {
        for (Section section : new Manual().sections()) {
            assertEquals(Optional.of(section), SEARCH.best(section.heading()), section.heading());
        }
    }

    private static Optional<String> found(String question) {
        return SEARCH.best(question).map(section -> section.topic() + ": " + section.heading());
    }
}
