import { wholeCallsOf } from './whole-calls.ts'

/** One of several roles that a call passes. */
export interface PassedRole {
  /** Its ARN with AWS's holes; the name's hole says which role it is. */
  readonly template: string
  /** The service that gets it: the value of iam:PassedToService. */
  readonly passedTo: string | undefined
  /** Every such call passes it. */
  readonly isAlways: boolean
}

/** What the hole of a role's name is, where a call passes only one. */
const anyRole = 'RoleNameWithPath'

/** The roles of a call ("ecs:RunTask") that passes several, each with a name of its own; empty for a call that passes one role, or none. */
export function passedRolesOf(action: string): readonly PassedRole[] {
  const roles = wholeCallsOf(action).flatMap((row) =>
    row.needs
      .filter(({ actions, on }) => actions === 'iam:PassRole' && on !== undefined && !on.includes(anyRole))
      .flatMap(({ on = '', when, passedTo = row.passedTo }) =>
        on.split(' ').map((template) => ({ template, passedTo, isAlways: when === undefined })),
      ),
  )
  return roles.length > 1 ? roles : []
}

/**
 * How people and consoles name such roles: "ecsTaskExecutionRole", "EMR_EC2_DefaultRole". An execution role is often named after its task, so it's looked
 * for first.
 */
const marks: readonly (readonly [hole: string, mark: RegExp])[] = [
  ['ExecutionRoleName', /exec/i],
  ['InfrastructureRoleName', /infra/i],
  ['AutoScalingRoleName', /auto[-_]?scaling/i],
  ['InstanceRoleName', /instance|ec2|job[-_]?flow/i],
  ['AccessRoleName', /access|ecr/i],
  ['TaskRoleName', /task/i],
  ['JobRoleName', /job/i],
  ['ServiceRoleName', /service|^EMR_DefaultRole$/i],
]

/** Which of a call's roles an ARN names; undefined where its name doesn't tell. */
export function roleNamed(roles: readonly PassedRole[], arn: string): PassedRole | undefined {
  const name = arn.slice(arn.lastIndexOf('/') + 1)
  const [found] = marks.flatMap(([hole, mark]) =>
    mark.test(name) ? roles.filter(({ template }) => template.includes(`{${hole}}`)) : [],
  )
  return found
}
