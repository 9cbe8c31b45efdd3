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
