"""Text with headings, lists, bold and italic, as it comes from Word or the clipboard, becomes Markdown."""
