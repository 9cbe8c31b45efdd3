// The five places in AWS's console that articles send people to, drawn as data: a window with its rows, and the row to look for.
import { type Box, boxHeight, type Picture } from './picture.ts'

interface Row {
  readonly title: string
  readonly lines: readonly string[]
  /** The button or field that the step is about. */
  readonly here?: true
}

/** A window of the console. The row to look for has the thick border of a box that must be there. */
function consoleWindow(title: string, rows: readonly Row[], alternative: string): Picture {
  const boxes: Box[] = []
  let y = 40
  for (const { title: heading, lines, here } of rows) {
    const height = boxHeight(lines)
    boxes.push({ x: 22, y, width: 316, height, kind: here ? 'must' : 'thing', title: heading, lines })
    y += height + 10
  }
  const frame: Box = { x: 12, y: 4, width: 336, height: y, kind: 'group', title, lines: [] }
  return { height: y + 12, alternative, boxes: [frame, ...boxes], arrows: [] }
}

export const consolePictures: ReadonlyMap<string, Picture> = new Map([
  [
    'account-page',
    consoleWindow(
      'Account',
      [
        { title: 'Account details', lines: ['Account ID, account name'] },
        { title: 'Contact information', lines: ['Address and phone number'] },
        { title: 'Alternate contacts', lines: ['Billing, operations, security'] },
        {
          title: 'IAM user and role access to Billing',
          lines: ['☑ Activate IAM Access', '[ Edit ]  shown to the root user only'],
          here: true,
        },
      ],
      'The Account page of the console, from top to bottom: account details, contact information, alternate contacts, and IAM user and role access to Billing information with its Edit button, which only the root user sees.',
    ),
  ],
  [
    'denied-message',
    consoleWindow(
      'A message in the Billing console',
      [
        { title: 'Who', lines: ['User: arn:aws:iam::…:user/mateojackson'] },
        { title: 'Which action', lines: ['to perform: billing:GetBillingData'] },
        { title: 'On what', lines: ['on resource: …:billingview/primary'] },
        { title: 'Why: read this first', lines: ['with an explicit deny in a', 'service control policy'], here: true },
      ],
      'The parts of a message in the Billing console: who made the request, which action it needs, on which resource, and, at the end, why AWS denied it. Read the end first.',
    ),
  ],
  [
    'billing-preferences',
    consoleWindow(
      'Billing preferences',
      [
        { title: 'Invoice delivery preferences', lines: ['PDF invoices by email   [ Edit ]'], here: true },
        { title: 'Alert preferences', lines: ['CloudWatch and Free Tier alerts'] },
        { title: 'Credit sharing preferences', lines: ['management account only'] },
        { title: 'Discount sharing preferences', lines: ['management account only'] },
      ],
      'The Billing preferences page of the console: invoice delivery preferences with an Edit button, alert preferences, and, in the management account only, the sharing of credits and discounts.',
    ),
  ],
  [
    'user-group-permissions',
    consoleWindow(
      'IAM → User groups → Finance',
      [
        { title: 'Users', lines: ['the people in the group'] },
        {
          title: 'Permissions',
          lines: ['[ Add permissions ▾ ]', '   Attach policies', '   Create inline policy'],
          here: true,
        },
      ],
      'A user group in the IAM console: the tab Users with the people in the group, and the tab Permissions, where the button Add permissions offers Attach policies.',
    ),
  ],
  [
    'cost-management-preferences',
    consoleWindow(
      'Cost Management preferences → General',
      [
        {
          title: 'Member account permissions',
          lines: ['☑ Linked account access', '☑ refunds, credits, discounts'],
          here: true,
        },
        { title: 'Cost Explorer', lines: ['Multi-year, hourly, and resource data'] },
        { title: 'Billing View', lines: ['a tab of its own: create and share views'] },
      ],
      'The Cost Management preferences page in the management account: member account permissions with Linked account access, settings of Cost Explorer, and the tab Billing View.',
    ),
  ],
])
