import type { Span } from '../../text/index.ts'
import type { PolicyHolder } from './policy-holders.ts'
import { balancedEnd } from './regions.ts'
import type { Trail } from './tree.ts'

/** Longer texts aren't programs that someone pastes to ask about. */
const mostText = 200_000
/** A call is no longer than this as a rule. */
const mostCall = 2000

const variable = String.raw`[A-Za-z_]\w{0,60}`
const assigned = String.raw`(${variable})(?:: {0,2}[\w.]{1,60})? {0,4}:?= {0,4}(?:new )?[\w.]{0,60}`
const roleMade = new RegExp(String.raw`${assigned}\bRole\(`, 'g')
const policyMade = new RegExp(String.raw`${assigned}\b(?:Managed)?Policy\($`)

/** `role.addToPolicy(…)` of CDK, in the languages that it has. */
const given = new RegExp(
  String.raw`^call:(?:this\.|self\.)?(${variable})\.(?:addTo(?:Principal)?Policy|add_to_(?:principal_)?policy)$`,
)
/** Behind a call's name: the roles that a policy is made with. */
const named = new RegExp(String.raw`\broles?["']?\s{0,4}[:=]\s{0,4}\[?\s{0,9}(?:this\.|self\.)?(${variable})`)
/** `role.addManagedPolicy(policy)`, `policy.attachToRole(role)`, and Pulumi’s RolePolicyAttachment. */
const attachments: readonly (readonly [pattern: RegExp, role: 1 | 2])[] = [
  [
    new RegExp(
      String.raw`\b(${variable})\.(?:addManagedPolicy|attachInlinePolicy|add_managed_policy|attach_inline_policy)\(\s{0,9}(?:this\.|self\.)?(${variable})`,
      'g',
    ),
    1,
  ],
  [
    new RegExp(
      String.raw`\b(${variable})\.(?:attachToRole|attach_to_role)\(\s{0,9}(?:this\.|self\.)?(${variable})`,
      'g',
    ),
    2,
  ],
]
const pulumi = /\bRolePolicyAttachment\(/g

/** Gives the holders of a policy in a program. */
export type ProgramHolders = (policy: Span, trail: Trail) => readonly PolicyHolder[] | undefined

/**
 * The roles that a program gives policies to, as far as the code shows: https://docs.aws.amazon.com/cdk/v2/guide/permissions.html
 * Undefined where it doesn't, unless the policy is a managed one, which has no holder by itself. The code is searched once for all policies.
 */
export function programHolders(whole: string): ProgramHolders {
  const text = whole.slice(0, mostText)
  let known: Pick<Program, 'roles' | 'attached'> | undefined
  return (policy, trail) => {
    const call = trail.findLast(({ key }) => /^call:.*(?:Policy|policy|\bRole)$/.test(key))?.key
    if (call === undefined && trail.length > 0) return undefined
    if (call !== undefined && /\bRole$/.test(call)) return roleAround(text, policy)
    known ??= { roles: rolesIn(text), attached: attachedIn(text) }
    const program = { text, ...known }
    return call === undefined ? givenLater(policy, program) : holdersOf(call, policy, program)
  }
}

const anyRole = /\bRole\(/g

/** The role whose call holds an inline policy. */
function roleAround(text: string, { from }: Span): readonly PolicyHolder[] | undefined {
  const start = Math.max(0, from - mostCall)
  const found = [...text.slice(start, from).matchAll(anyRole)].at(-1)
  const at = start + (found?.index ?? 0) + 'Role'.length
  const own = found ? callAt(text, at) : ''
  return at + own.length > from ? [roleOf(own, undefined)] : undefined
}

const statementMade = new RegExp(String.raw`${assigned}\bPolicyStatement\(`)
const givesStatement = new RegExp(
  String.raw`\b(${variable})\.(?:addTo(?:Principal)?Policy|add_to_(?:principal_)?policy)\(\s{0,40}(${variable})\s{0,9}\)`,
  'g',
)

/** The roles to which a statement in a variable is added. */
function givenLater({ from, to }: Span, { text, roles }: Program): readonly PolicyHolder[] | undefined {
  const [, made] = statementMade.exec(text.slice(from, Math.min(to, from + mostCall))) ?? []
  const receivers = [...text.matchAll(givesStatement)].flatMap(([, receiver, given]) =>
    given === made && made !== undefined ? receiver : [],
  )
  const found = roles.filter((role) => receivers.includes(role.variable)).map(({ role }) => role)
  return found.length > 0 ? found : undefined
}

interface Program {
  readonly text: string
  readonly roles: readonly RoleMade[]
  readonly attached: readonly Attached[]
}

/** A variable that holds a role, with the name that the program chose, or what it calls it. */
interface RoleMade {
  readonly variable: string
  readonly at: number
  readonly role: PolicyHolder
}

interface Attached {
  readonly policy: string
  readonly role: string
}

function holdersOf(
  call: string,
  { from }: Span,
  { text, roles, attached }: Program,
): readonly PolicyHolder[] | undefined {
  const [, receiver] = given.exec(call) ?? []
  const name = call.slice(Math.max(call.lastIndexOf('.'), call.indexOf(':')) + 1)
  const start = Math.max(0, from - mostCall)
  const before = text.slice(start, from + name.length + 1)
  const at = before.lastIndexOf(`${name}(`)
  const own = at < 0 ? '' : callAt(text, start + at)
  const [, made] = policyMade.exec(before.slice(Math.max(0, at - 200), at + name.length + 1)) ?? []
  const [, withRole] = named.exec(own) ?? []
  const ofVariable = attached.flatMap(({ policy, role }) => (policy === made ? role : []))
  const found = [receiver, withRole, ...ofVariable].flatMap((each) => each ?? [])
  if (found.length === 0) return /(?:^call:|\.)ManagedPolicy$|\baws\.iam\.Policy$/.test(call) ? [] : undefined
  return found.map((variable) => {
    const named = roles.filter((each) => each.variable === variable)
    return (named.findLast((each) => each.at < from) ?? named[0])?.role ?? { is: 'role', label: variable }
  })
}

const rolesIn = (text: string): readonly RoleMade[] =>
  [...text.matchAll(roleMade)].map((found) => {
    const [, variable = ''] = found
    const own = callAt(text, found.index + found[0].length - 1)
    return { variable, at: found.index, role: roleOf(own, variable) }
  })

/** The role that a call makes. */
function roleOf(call: string, variable: string | undefined): PolicyHolder {
  const [, name] = /\b(?:roleName|role_name|name)["']?\s{0,4}[:=]\s{0,4}["']([\w+=,.@-]{1,64})["']/.exec(call) ?? []
  const [, id] = /["']([\w.-]{1,64})["']/.exec(call) ?? []
  return { is: 'role', ...(name === undefined ? {} : { name }), label: id ?? variable }
}

/** Which variable's policy which variable's role gets. */
function attachedIn(text: string): readonly Attached[] {
  const direct = attachments.flatMap(([pattern, role]) =>
    [...text.matchAll(pattern)].map((found) => ({ role: found[role] ?? '', policy: found[3 - role] ?? '' })),
  )
  const calls = [...text.matchAll(pulumi)].flatMap(({ index }) => {
    const own = callAt(text, index)
    const [, policy] = /\bpolicy_?[aA]rn["']?\s{0,4}[:=]\s{0,4}([A-Za-z_]\w{0,60})/.exec(own) ?? []
    const [, role] = named.exec(own) ?? []
    return policy === undefined || role === undefined ? [] : [{ policy, role }]
  })
  return [...direct, ...calls]
}

const callAt = (text: string, at: number): string => {
  const piece = text.slice(at, at + mostCall)
  return piece.slice(0, balancedEnd(piece, piece.indexOf('(')))
}
