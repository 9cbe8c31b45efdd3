// A policy as each language writes it, with comments that must stay.

export interface Statement {
  readonly [element: string]: unknown
}
export interface Policy {
  readonly Version: string
  readonly Statement: readonly Statement[]
}

const list = (value: unknown): readonly unknown[] => [value].flat()
export const entries = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []

/** How each language writes a policy. Each has a comment, which must stay. */
const hclValue = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(hclValue).join(', ')}]`
    : typeof value === 'object' && value !== null
      ? `{\n${entries(value)
          .map(([key, each]) => `${/^\w+$/.test(key) ? key : JSON.stringify(key)} = ${hclValue(each)}`)
          .join('\n')}\n}`
      : JSON.stringify(value)
const hclBlock = (statement: Statement): string => {
  const lines = entries(statement).flatMap(([element, value]): readonly string[] => {
    const name = element.replace(/[a-z](?=[A-Z])/g, '$&_').toLowerCase()
    if (element === 'Condition')
      return entries(value).flatMap(([operator, keys]) =>
        entries(keys).map(
          ([key, values]) =>
            `    condition {\n      test     = "${operator}"\n      variable = "${key}" # why\n      values   = ${hclValue(list(values))}\n    }`,
        ),
      )
    if (element === 'Principal')
      return entries(value).map(
        ([type, names]) =>
          `    principals {\n      type        = "${type}"\n      identifiers = ${hclValue(list(names))}\n    }`,
      )
    return [
      element === 'Sid' || element === 'Effect'
        ? `    ${name} = "${String(value)}"`
        : `    ${name}s = ${hclValue(list(value))} # why`,
    ]
  })
  return `  # why\n  statement {\n${lines.join('\n')}\n  }`
}
const yamlLines = (value: unknown, indent: string): string =>
  Array.isArray(value)
    ? value.map((each) => `${indent}- ${yamlLines(each, `${indent}  `).trimStart()}`).join('\n')
    : typeof value === 'object' && value !== null
      ? entries(value)
          .map(([key, each]) =>
            typeof each === 'object'
              ? `${indent}${key}:\n${yamlLines(each, `${indent}  `)}`
              : `${indent}${key}: ${yamlLines(each, '')} # why`,
          )
          .join('\n')
      : JSON.stringify(value)
const codeLines = (value: unknown, indent: string, quote: (text: string) => string): string =>
  Array.isArray(value)
    ? `[\n${value.map((each) => `${indent}  ${codeLines(each, `${indent}  `, quote)},\n`).join('')}${indent}]`
    : typeof value === 'object' && value !== null
      ? `{\n${entries(value)
          .map(([key, each]) => `${indent}  ${quote(key)}: ${codeLines(each, `${indent}  `, quote)},\n`)
          .join('')}${indent}}`
      : quote(String(value))
const single = (text: string): string => `'${text}'`
const double = (text: string): string => JSON.stringify(text)
const cdkStatement = (statement: Statement, isPython: boolean): string => {
  const quote = isPython ? double : single
  const [assign, made] = isPython ? ['=', ''] : [': ', 'new ']
  const lines = entries(statement).map(([element, value]) => {
    const plain = `${element.charAt(0).toLowerCase()}${element.slice(1)}${element === 'Sid' || element === 'Effect' ? '' : 's'}`
    const name = isPython ? plain.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : plain
    if (element === 'Effect') return `${name}${assign}iam.Effect.${String(value).toUpperCase()},`
    if (element === 'Principal') {
      const names = entries(value).flatMap(([type, each]) =>
        list(each).map((one) => `${made}iam.${type === 'AWS' ? 'Arn' : type}Principal(${quote(String(one))})`),
      )
      return `${name}${assign}[${names.join(', ')}],`
    }
    const given = element === 'Sid' || element === 'Condition' ? value : list(value)
    return `${name}${assign}${codeLines(given, '  ', quote)}, ${isPython ? '#' : '//'} why`
  })
  const body = lines.map((line) => `  ${line}`).join('\n')
  return isPython
    ? `role.add_to_policy(iam.PolicyStatement(\n${body}\n))`
    : `role.addToPolicy(new iam.PolicyStatement({\n${body}\n}));`
}
const pulumiStatement = (statement: Statement): unknown =>
  Object.fromEntries(
    entries(statement).map(([element, value]) => {
      const name = `${element.charAt(0).toLowerCase()}${element.slice(1)}${element === 'Sid' || element === 'Effect' ? '' : 's'}`
      if (element === 'Condition')
        return [
          name,
          entries(value).flatMap(([test, keys]) =>
            entries(keys).map(([variable, values]) => ({ test, variable, values: list(values) })),
          ),
        ]
      if (element === 'Principal')
        return [name, entries(value).map(([type, names]) => ({ type, identifiers: list(names) }))]
      return [name, name === 'sid' || name === 'effect' ? value : list(value)]
    }),
  )
const pulumiKeys = (text: string): string =>
  /^(?:sid|effect|actions|notActions|resources|notResources|principals|conditions|type|identifiers|test|variable|values)$/.test(
    text,
  )
    ? text
    : single(text)

/** Policies in eleven forms of five languages. */
export const inLanguages: readonly (readonly [name: string, write: (policy: Policy) => string])[] = [
  [
    'Terraform, aws_iam_policy_document',
    ({ Statement }) => `data "aws_iam_policy_document" "app" {\n${Statement.map(hclBlock).join('\n\n')}\n}`,
  ],
  [
    'Terraform, jsonencode',
    (policy) => `resource "aws_iam_role_policy" "app" {\n  # why\n  policy = jsonencode(${hclValue(policy)})\n}`,
  ],
  [
    'Terraform, a heredoc',
    (policy) => `resource "aws_iam_role_policy" "app" {\n  policy = <<EOF\n${JSON.stringify(policy, null, 2)}\nEOF\n}`,
  ],
  [
    'CloudFormation',
    (policy) =>
      `Resources:\n  App:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyName: app # why\n      PolicyDocument:\n${yamlLines(policy, '        ')}\n      Roles: [app]\n`,
  ],
  [
    'CloudFormation, JSON in YAML',
    (policy) =>
      `Resources:\n  App:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyDocument: ${JSON.stringify(policy)}\n`,
  ],
  [
    'Serverless',
    ({ Statement }) => `provider:\n  iam:\n    role:\n      statements:\n${yamlLines(Statement, '        ')}\n`,
  ],
  ['CDK in TypeScript', ({ Statement }) => Statement.map((each) => cdkStatement(each, false)).join('\n')],
  ['CDK in Python', ({ Statement }) => Statement.map((each) => cdkStatement(each, true)).join('\n')],
  [
    'Pulumi, JSON.stringify',
    (policy) =>
      `new aws.iam.RolePolicy('app', {\n  role: role.id,\n  policy: JSON.stringify(${codeLines(policy, '  ', single)}),\n})`,
  ],
  [
    'Pulumi in Python',
    (policy) => `aws.iam.RolePolicy("app", role=role.id, policy=json.dumps(${codeLines(policy, '  ', double)}))`,
  ],
  [
    'Pulumi, getPolicyDocument',
    ({ Statement }) =>
      `const document = aws.iam.getPolicyDocument({\n  statements: ${codeLines(Statement.map(pulumiStatement), '  ', pulumiKeys)},\n})`,
  ],
]
