// What the scripts of the site may be written in: what browsers of March 2022 know. A parser reads them; nothing in
// them can ask to be left out.
import esx from "eslint-plugin-es-x";

const KNOWN = /iterator-prototype|(?:array|string|typed-array)-prototype-at$|object-hasown$/; // names that arrays have too; what they knew
const { rules } = esx.configs["flat/restrict-to-es2021"];

export default [
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: "latest", sourceType: "script" },
    linterOptions: { noInlineConfig: true },
    plugins: { "es-x": esx },
    settings: { "es-x": { aggressive: true } }, // a method is judged by its name
    rules: {
      ...Object.fromEntries(Object.entries(rules).filter(([name]) => !KNOWN.test(name))),
      "es-x/no-regexp-lookbehind-assertions": "error", // Safari 16.4
    },
  },
];
