import { parseArn } from '../iam/index.ts'

/** role_arn = …, role-to-assume: …, --role-arn …, RoleArn="…": a setting, not what a message says. */
const setting =
  /(?<![\w-])(?:role[_-]?arn|assume[_-]?role[_-]?arn|role[_-]to[_-]assume)\b["']?[ \t]{0,8}[:= ][ \t]{0,8}["']?(arn:[\w-]{1,20}:iam::[^:\s"']{1,40}:role\/[\w+=,.@/-]{1,600})/gi

/** The roles that settings in a text name, in order. */
export const rolesNamedIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(setting)].flatMap(([, arn]) => arn ?? [])),
]

/** A role of the same account whose name only goes on where the other one ends; undefined where the role itself is named, too. */
export function nearName(arn: string, roles: readonly string[]): string | undefined {
  if (roles.includes(arn)) return undefined
  const [account, name] = [parseArn(arn)?.account, nameIn(arn)]
  return roles.find((role) => {
    const other = nameIn(role)
    return parseArn(role)?.account === account && name !== other && (name.startsWith(other) || other.startsWith(name))
  })
}

const nameIn = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)
