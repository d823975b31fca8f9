"""Everything that knows MkDocs, Material and static-i18n."""
