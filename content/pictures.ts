// The pictures of the articles, as data.
import { consolePictures } from './console-pictures.ts'
import { type Arrow, type Box, boxHeight, lineHeight, type Picture } from './picture.ts'

type Told = Pick<Box, 'kind' | 'title' | 'lines'>

/** Boxes below each other, with an arrow from each to the next. */
function column(told: readonly Told[], { x, y, width, gap }: Readonly<Record<'x' | 'y' | 'width' | 'gap', number>>) {
  let top = y
  const boxes = told.map((each): Box => {
    const box = { ...each, x, y: top, width, height: boxHeight(each.lines) }
    top += box.height + gap
    return box
  })
  const arrows = boxes.slice(1).map((box): Arrow => ({ from: [x + 20, box.y - gap], to: [x + 20, box.y], lines: [] }))
  return { boxes, arrows, bottom: top - gap }
}

const must = (title: string, ...lines: string[]): Told => ({ kind: 'must', title, lines })
const limit = (title: string, ...lines: string[]): Told => ({ kind: 'limit', title, lines })
const thing = (title: string, ...lines: string[]): Told => ({ kind: 'thing', title, lines })

function gatesInOrder(): Picture {
  const { boxes, arrows, bottom } = column(
    [
      thing('The request', 'who, what, on what'),
      limit('VPC endpoint policy', 'the network’s, if it goes through one'),
      limit('Resource control policies (RCPs)', 'of the organization that owns the resource'),
      limit('Service control policies (SCPs)', 'of the caller’s organization, at every level'),
      must('Resource-based policy', 'the owner’s; roles and keys always ask it'),
      must('Identity-based policies', 'of the user, its groups, or the role'),
      limit('Permissions boundary', 'of the user or the role, if one is set'),
      limit('Session policy', 'if one came with the session'),
      thing('Allowed', 'if no gate was shut'),
    ],
    { x: 12, y: 4, width: 336, gap: 16 },
  )
  return {
    height: bottom + 4,
    alternative:
      'A request passes the gates in this order: VPC endpoint policy, resource control policies, service control policies, resource-based policy, identity-based policies, permissions boundary, session policy. The resource-based policy and the identity-based policies (drawn with a thick line) give permission; all others (drawn dashed) only limit it. If no gate is shut, it is allowed.',
    boxes,
    arrows,
  }
}

/** Two columns stand side by side: the caller's and the resource's. */
const left = { x: 16, y: 40, width: 148, gap: 16 } as const
const right = { ...left, x: 196 } as const

/** `linked`: arrows lead from the boxes above to those below. */
function twoSides(
  titles: readonly [string, string],
  own: readonly Told[],
  owners: readonly Told[],
  alternative: string,
  linked: boolean,
): Picture {
  const columns = [column(own, left), column(owners, right)] as const
  const bottom = Math.max(...columns.map((each) => each.bottom))
  const [caller, owner] = columns.map((each) => downTo(bottom, each))
  const group = (title: string, x: number): Box => ({
    x: x - 10,
    y: 4,
    width: 168,
    height: bottom + 8,
    kind: 'group',
    title,
    lines: [],
  })
  const middle = bottom - boxHeight(['']) / 2
  return {
    height: bottom + 16,
    alternative,
    boxes: [group(titles[0], left.x), group(titles[1], right.x), ...(caller?.boxes ?? []), ...(owner?.boxes ?? [])],
    arrows: [
      ...(linked ? [...(caller?.arrows ?? []), ...(owner?.arrows ?? [])] : []),
      { from: [left.x + left.width, middle], to: [right.x, middle], lines: [] },
    ],
  }
}

/** Moves the last box of a column down, so that two columns end side by side. */
function downTo(bottom: number, { boxes, arrows }: ReturnType<typeof column>): Pick<Picture, 'boxes' | 'arrows'> {
  const last = <T>(items: readonly T[], move: (item: T) => T): readonly T[] =>
    items.map((item, i) => (i === items.length - 1 ? move(item) : item))
  return {
    boxes: last(boxes, (box) => ({ ...box, y: bottom - box.height })),
    arrows: last(arrows, (arrow) => ({ ...arrow, to: [arrow.to[0], bottom - (boxes.at(-1)?.height ?? 0)] })),
  }
}

const levels = (): Picture =>
  twoSides(
    ['Your organization', 'The resource’s'],
    [
      limit('Root', 'an SCP must allow', 'none may deny'),
      limit('Unit (OU)', 'an SCP must allow', 'none may deny'),
      limit('Account', 'an SCP must allow', 'none may deny'),
      thing('You', 'user or role'),
    ],
    [
      limit('Root', 'no RCP may deny', '\u00a0'),
      limit('Unit (OU)', 'no RCP may deny', '\u00a0'),
      limit('Account', 'no RCP may deny', '\u00a0'),
      thing('The resource', 'bucket, queue, key'),
    ],
    'Two columns. Your organization: root, organizational unit, account, and you at the bottom; at each of the three levels a service control policy must allow the request and none may deny it. The organization that owns the resource: root, unit, account, and the resource at the bottom; at no level may a resource control policy deny it. The request goes from you to the resource.',
    true,
  )

interface Sides {
  /** Whose account is whose. */
  readonly titles: readonly [caller: string, owner: string]
  readonly caller: string
  /** The owner's policy, and what it belongs to. */
  readonly policy: string
  readonly resource: string
}

const crossAccount = ({ titles, caller, policy, resource }: Sides): Picture =>
  twoSides(
    titles,
    [
      limit('SCPs', 'its organization’s'),
      must('Identity policy', 'must allow it'),
      limit('Boundary, session', 'if there are any'),
      thing(caller, 'user or role'),
    ],
    [limit('RCPs', 'its organization’s'), must(policy, 'must say yes too'), thing(resource, 'what it is about')],
    `Two columns. ${titles[0]}: the service control policies of its organization, an identity-based policy, which must allow the request, a permissions boundary or session policy if there are any, and the caller. ${titles[1]}: the resource control policies of its organization, the ${policy.toLowerCase()}, which must let the caller in, and the ${resource.toLowerCase()}. The request goes from the one to the other; both sides must say yes.`,
    false,
  )

/** A story from top to bottom, with what happens next to each arrow. */
function story(steps: readonly (readonly [box: Told, ...then: string[]])[], alternative: string): Picture {
  const boxes: Box[] = []
  const arrows: Arrow[] = []
  let y = 4
  for (const [told, ...then] of steps) {
    const box = { ...told, x: 12, y, width: 336, height: boxHeight(told.lines) }
    boxes.push(box)
    y += box.height
    if (then.length === 0) continue
    const length = then.length * lineHeight + 18
    arrows.push({ from: [32, y], to: [32, y + length], lines: then })
    y += length
  }
  return { height: y + 4, alternative, boxes, arrows }
}

const passRole = (service: string, principal: string, call: string, does: string): Picture =>
  story(
    [
      [
        thing('You', 'user or role'),
        `1. You call ${call}`,
        'and hand over the role. You need',
        'iam:PassRole on the role’s ARN.',
      ],
      [thing(service, principal), '2. The service becomes the role. The', 'role’s trust policy must name the service.'],
      [thing('The role', 'of your own account'), '3. It works with the role’s own', `permissions: ${does}.`],
      [thing('Other resources', 'what the role may use')],
    ],
    `Three parties, from top to bottom. You call ${call} and hand over a role; for that you need iam:PassRole on the role’s ARN. The service, ${service}, becomes the role; for that the role’s trust policy must name ${principal}. The role, which is one of your own account, has its own permissions: with them the service works (${does}).`,
  )

/** Every picture by its name: <Picture of="levels" />. */
export const pictures: ReadonlyMap<string, Picture> = new Map([
  ...consolePictures,
  ['gates', gatesInOrder()],
  ['levels', levels()],
  [
    'cross-account',
    crossAccount({
      titles: ['Your account', 'The owner’s account'],
      caller: 'You',
      policy: 'Resource’s policy',
      resource: 'Resource',
    }),
  ],
  [
    'cross-account-role',
    crossAccount({
      titles: ['Your account', 'The role’s account'],
      caller: 'You',
      policy: 'Trust policy',
      resource: 'Role',
    }),
  ],
  [
    'cross-account-owner',
    crossAccount({
      titles: ['Their account', 'Your account'],
      caller: 'They',
      policy: 'Your policy',
      resource: 'Role or bucket',
    }),
  ],
  ['pass-role', passRole('AWS Lambda', 'lambda.amazonaws.com', 'lambda:CreateFunction', 'it reads a table')],
  [
    'pass-role-budget',
    passRole('AWS Budgets', 'budgets.amazonaws.com', 'budgets:CreateBudgetAction', 'it stops instances'),
  ],
])
