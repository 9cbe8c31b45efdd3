/**
 * Recognizes masks that people and tools write over a value before they share it: "XXXXXXXXXXXX", "<account-id>", "***", "1234…", "[REDACTED]". A
 * mask equals itself; how it compares with anything else is unknown. A strange text that isn't a mask is kept, because it's what AWS saw.
 */

/** Values of an ARN's account part that aren't accounts. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const owners: ReadonlySet<string> = new Set(['', 'aws', 'cloudfront', 'aws-marketplace', 'third-party', '*'])

/** In brackets or behind a dollar sign: "<account>", "[account]", "{account}", "{{account}}", "${account}", "$ACCOUNT", "%ACCOUNT%". */
const bracketed = /^(?:<[^<>]*>|\[[^[\]]*\]|\{{1,2}[^{}]*\}{1,2}|\([^()]*\)|\$\{[^{}]*\}|\$\w+|%\w+%)$/
/** "XXXXXXXXXXXX", "****", "1234XXXXXXXX", "1111…": digits, if any, and at least two signs of a mask. */
const crossed = /^(?=[^\n]{1,40}$)\d*(?:[xX]{2,}|\*{3,}|[#•●█_.-]{2,}|…)[\dxX*#•●█_.…-]*$/
/** "ACCOUNT_ID", "your-account-number", "accountA", "REDACTED". */
const named =
  /^(?:(?:my|your|our|the|this|other|target|source|prod|dev|test)[-_ ]?)?(?:aws[-_ ]?)?(?:account|acct|accountid)(?:[-_ ]?(?:id|no|num|number|[a-c]|\d{1,2}))?(?:[-_ ]?here)?$|^(?:redacted|removed|hidden|masked|censored|private|omitted|secret)$/i

/** "A", "B", "AAAAAAAAAAAA": the accounts of an example. */
const letter = /^[A-Z]$|^([A-Za-z])\1{2,}$/

/** Does this account part of an ARN mask an account ID? More or fewer than twelve digits can't be an account ID, so they count as a mask. */
export const isMaskedAccount = (text: string): boolean =>
  text.length <= 80 &&
  !/^\d{12}$/.test(text) &&
  !owners.has(text) &&
  (text === '**' ||
    bracketed.test(text) ||
    crossed.test(text) ||
    named.test(text) ||
    letter.test(text) ||
    /^\d{1,24}$/.test(text))

/** Words that people write over a whole value, and dots in its place. */
const replaced = /^(?:redacted|removed|hidden|masked|censored|omitted|\.{3}|…)$/i

/** An IP address with letters, stars, or hashes for some of its numbers: "x.x.x.x/32", "203.0.113.xxx". */
const address =
  /^(?=[\d./]*[a-z*#])(?:(?:\d{1,3}|([a-dw-z*#])\1{0,2})(?:\.(?!$)|(?=\/|$))){4}(?:\/(?:\d{1,2}|[xn]{1,2}))?$/i

/** In angle brackets, or as a variable of a shell or a template. Square, round, and single curly brackets can be a part of a value. */
const surelyBracketed = /^(?:<[^<>]*>|\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\w+|%\w+%)$/
const maybeBracketed = /^(?:\[([^[\]]*)\]|\{([^{}]*)\}|\(([^()]*)\))$/
/** Words that say that something is hidden, or what would be there. */
const hidingWord =
  /^(?:redacted|removed|hidden|masked|censored|omitted|private|secret|your|my|account|acct|id|name|arn|region|bucket|role|user|queue|topic|table|key|value|placeholder|ip|address|email|env|environment|stage|cluster|org|organization|repo|repository|branch)$/i

/** "[account-id]", "{bucketName}", "[***]", "(xxx)". Other names in brackets ("[dev]") are what AWS saw. */
const saysHidden = (inside: string): boolean =>
  /^(?:[*#•●█_.… -]+|[xX]+)$/.test(inside) ||
  (/^[\w ./-]+$/.test(inside) && inside.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).some((word) => hidingWord.test(word)))

function isMaskInBrackets(text: string): boolean {
  if (surelyBracketed.test(text)) return true
  const [, square, curly, round] = maybeBracketed.exec(text) ?? []
  const inside = square ?? curly ?? round
  return inside !== undefined && saysHidden(inside)
}

/** Is a text nothing but a mask: "<redacted>", "[REDACTED]", "XXXX", "***", "...", "x.x.x.x/32"? Digits alone and a single star aren't. */
export const masksWholeText = (text: string): boolean =>
  text.length <= 80 &&
  (isMaskInBrackets(text) || replaced.test(text) || address.test(text) || (!/^\d/.test(text) && crossed.test(text)))

/** Masks inside a name: only texts that no AWS name looks like. A bracket can be part of an S3 key ("[id].js"), so the words in it decide. */
const inName =
  /<[^<>\s"]{1,60}(?: [^<>\s"]{1,30}){0,4}>|\[(?:redacted|removed|hidden|masked|censored|your|my)\b[^\]\n"]{0,40}\]|\[(?:bucket|account|[a-z]{2,20}[-_ ](?:name|arn|number))(?:[-_ ]?(?:name|id|arn|number))?\]|\$\{[^{}\n"]{1,100}\}|\{\{[^{}\n"]{1,60}\}\}|\*{3,}|\w{0,40}X{4,}\w{0,40}|(?<![A-Za-z0-9])x{4,}(?![A-Za-z0-9])|(?<![A-Za-z0-9])REDACTED(?![A-Za-z0-9])|[•●█]{2,}|(?<![\w$])\$\w{3,60}(?![\w$])|(?<!%[\dA-Fa-f]?)%\w{3,60}%/gi

/** Every mask in a name has one of these. They're looked for first, because almost no name has a mask. */
const sign = /[<[{*•●█$%]|x{4}|redacted/i

/** Masks in a name or in another part of an ARN that isn't the account, in their order; each as it's written. */
export const masksInName = (text: string): readonly string[] =>
  sign.test(text)
    ? [...text.matchAll(inName)]
        .map(([mask]) => mask)
        .filter((mask) => !/^\w*x{4,}\w*$/i.test(mask) || crossedWord(mask))
        .filter((mask) => !/^[$%]\w/.test(mask) || isShellVariable(mask))
    : []

/** "$BUCKET_NAME", "%BUCKET_NAME%": a shell's variables are in capitals, and so is one version of every function in AWS Lambda. */
const isShellVariable = (mask: string): boolean => /^[$%][A-Z][A-Z\d_]*%?$/.test(mask) && mask !== '$LATEST'

/** "XXXX" in capitals with digits or letters around it, or "xxxx" alone: no name is written so by chance. */
const crossedWord = (word: string): boolean => /X{4,}/.test(word) || /^x{4,}$/.test(word)
