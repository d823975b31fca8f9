"""What `new` can begin."""

KINDS = {
    "question": "begin-question",
    "slogan": "begin-slogan",
    "script": "begin-script",
    "theme": "begin-theme",
    "topic": "begin-topic",
    "qa": "begin-qa",
    "slogans": "begin-slogans",
    "script-page": "begin-script-page",
    "form": "begin-form",
    "tool": "begin-tool",
    "document": "begin-document",
    "digest": "begin-digest",
}
"""What can be begun → what it is called among the words of commands, in the order in which it is offered."""
