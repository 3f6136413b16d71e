"""Pages of which some tables are made by a tool: <!-- table NAME WORDS --> ... <!-- end -->. The text around them is
written by hand and left alone."""
import re

MARKED = re.compile(r"(<!-- table (\w+)([^>]*?)-->\n)(.*?)(<!-- end -->)", re.S)


def marks(text):
    """Name, words after the name, and printed lines of each table."""
    return [(name, words.strip(), body.splitlines()) for _, name, words, body, _ in MARKED.findall(text)]


def filled(text, made):
    """The text with each table as made(name, words) prints it now."""
    return MARKED.sub(lambda m: m[1] + "\n".join(made(m[2], m[3].strip())) + "\n" + m[5], text)


def stale(text, made):
    """Lines of the page that would be printed otherwise; `made` is None for a table nobody knows."""
    for name, words, lines in marks(text):
        fresh = made(name, words)
        if fresh is None:
            yield f"no table is called {name}"
        elif len(fresh) != len(lines):
            yield f"table {name}: {len(lines)} lines, {len(fresh)} now"
        else:
            yield from (f"table {name}\n  page {old}\n  now  {new}" for old, new in zip(lines, fresh) if old != new)
