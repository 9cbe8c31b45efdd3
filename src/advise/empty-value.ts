/** What programs and templates write where a value is missing: those in JavaScript and Java, Python, Ruby and Go. */
const emptyValues: ReadonlySet<string> = new Set(['undefined', 'null', 'NaN', '[object Object]', 'None', 'nil'])

/**
 * What is in an ARN where a program put a value that it doesn't have: "None" of "arn:aws:iam::None:role/app", "undefined" of
 * "arn:aws:s3:::undefined/a.txt". Undefined where nothing looks like that.
 */
export const emptyValueIn = (arn: string): string | undefined => arn.split(/[:/]/).find((part) => emptyValues.has(part))
