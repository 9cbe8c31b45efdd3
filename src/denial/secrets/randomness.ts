// Tells a generated secret from a name, a path, or a reference to a secret.

/** The share of a text that is in runs of three or more lowercase letters: words have many such runs, random letters few. */
function shareOfWords(text: string): number {
  let letters = 0
  for (const [run] of text.matchAll(/[a-z]{3,}/g)) letters += run.length
  return letters / text.length
}

/** True for text made of names: "reports/2026/January/Summary00123". At 0.45, about 3 of 1,000 random secrets look like names. */
export const looksLikeWords = (text: string): boolean => shareOfWords(text) > 0.45 || /\d{7}/.test(text)

/** True for base64 text that a machine generated: capitals, small letters, and digits, and no words or paths. */
export const looksRandom = (text: string): boolean =>
  /[A-Z]/.test(text) && /[a-z]/.test(text) && /[0-9]/.test(text) && !looksLikeWords(text)

/** Stands for a secret without being one: "***", "<password>", "${DB_PASSWORD}", "(sensitive value)", "arn:aws:secretsmanager:…". */
const placeholder =
  /^(?:[*x•.\s-]+|true|false|yes\)?|no\)?|null|nil|none|undefined|unset|required|optional|redacted|removed|hidden|string|changeme_?|password|passwd|secret|token|hidden_due_to_security_reasons)$|^[<{$[(!%]|^\*|\$\{|\{\{|\[[a-z ]+removed\]|^arn[:%]|\($/i

/** Names a variable, an attribute, or a function that holds the secret: "var.db_password", "random_password.master.result", "process.env.DB". */
const reference =
  /^(?:\$|@|&)?[a-z_][a-z_0-9]{1,60}(?:(?:\.|\[)["'a-z_0-9*\]]{1,60}){1,8}$|^(?:process\.env|os\.environ|System\.getenv|getenv|ENV)\b/

/** A file: "/home/mary/x", "C:\\keys", "~/x", "./x". */
const file = /^(?:~|\.{1,2})?\/[\w.-]*[a-z]{2}|^[A-Za-z]:\\/

/** True if a value after "password=" is the secret itself and not a placeholder or a reference. */
export const isItself = (value: string): boolean =>
  !placeholder.test(value) && !reference.test(value) && !(file.test(value) && !/[!#$%^&+=]/.test(value))
