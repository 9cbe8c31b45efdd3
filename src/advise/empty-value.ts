/** What programs and templates write where a value is missing: those in JavaScript and Java, Python, Ruby and Go. */
const emptyValues: ReadonlySet<string> = new Set(['undefined', 'null', 'NaN', '[object Object]', 'None', 'nil'])

/**
 * What is in an ARN where a program put a value that it doesn't have: "None" of "arn:aws:iam::None:role/app", "undefined" of
 * "arn:aws:s3:::undefined/a.txt". Undefined where nothing looks like that.
 */
export const emptyValueIn = (arn: string): string | undefined => arn.split(/[:/]/).find((part) => emptyValues.has(part))

/**
 * The part of an ARN that was sent in quotation marks: `"111122223333"` of `arn:aws:iam::"111122223333":role/app`. A program that reads a value as JSON,
 * such as from `terraform output` without -raw, passes its quotation marks on. Undefined where no part is in them.
 */
export const quotedPartOf = (arn: string): string | undefined =>
  arn.startsWith('arn:') ? arn.split(/[:/]/).find((part) => /^"[^"]{1,80}"$/.test(part)) : undefined

/** "$BUCKET", "${BUCKET}", "%BUCKET%" of a shell, "$(Bucket)" of Azure Pipelines, "${{ secrets.BUCKET }}" of GitHub. */
const variableName =
  /\$[A-Z][A-Z\d_]{2,60}(?![\w$])|%[A-Z][A-Z\d_]{2,60}%|\$\{[A-Z][A-Z\d_]{2,60}\}|\$\([\w.-]{1,60}\)|\$\{\{[^{}\n]{1,80}\}\}/

/**
 * The name of a variable in the resource of an ARN, where its value belongs: a shell puts none in between single quotes, and a step of a pipeline none that
 * isn't passed to it. Undefined where none is. An account is left out: people write over it. https://www.gnu.org/software/bash/manual/bash.html#Single-Quotes
 */
export function variableNameIn(arn: string): string | undefined {
  const [name] = variableName.exec(/^arn(?::[^:]*){4}:(.*)$/s.exec(arn)?.[1] ?? '') ?? []
  return name === '$LATEST' ? undefined : name
}

/**
 * The ARN that an ARN of IAM has in the place of a name: "arn:aws:iam::111122223333:role/a" of "arn:aws:iam::111122223333:role/arn:aws:iam::111122223333:role/a".
 * Undefined where there is none.
 */
export const arnInName = (arn: string): string | undefined =>
  /^arn:[^:]{1,20}:iam::[^:]{0,80}:[\w-]{1,20}\/(?:[^:]{0,500}\/)?(arn:\S+)$/.exec(arn)?.[1]
