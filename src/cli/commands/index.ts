import type { Command } from '../command.ts'

const policyType = 'identity, resource, trust, permissions-boundary, session, scp, rcp, or vpc-endpoint'

/** Every command, in the order of the help. The code of a command is loaded when it runs. */
export const commands: readonly Command[] = [
  {
    name: 'explain',
    takes: '[FILE]',
    help: ['a pasted error → what was denied'],
    options: {},
    load: async () => (await import('./explain.ts')).runExplain,
  },
  {
    name: 'denials',
    takes: '[FILE…]',
    help: ['logs and CloudTrail files of any size → the kinds of denials, counted'],
    options: {
      format: 'text, csv, json, jsonl, or parquet (with --output)',
      output: 'writes the result into this file',
      merge: 'adds up earlier outputs of denials --jsonl, in any order and division',
      'since-last': 'keeps in this file what was read: the next run skips unchanged files and marks new kinds',
    },
    load: async () => (await import('./denials.ts')).runDenials,
  },
  {
    name: 'evaluate',
    takes: '[FILE]',
    help: ['a request and policies → the decision with its reasons'],
    options: {},
    load: async () => (await import('./evaluate.ts')).runEvaluate,
  },
  {
    name: 'lint',
    takes: '[FILE…]',
    help: ['policies, CloudFormation templates, Terraform plans → what is wrong with the policies'],
    options: {
      type: policyType,
      format: 'text, json, sarif (code scanning), junit (test reports), or markdown',
      'fail-on': 'error, warning, or suggestion; otherwise errors and security warnings give status 1',
      baseline: 'leaves out the findings in this file, an earlier output of --format json',
      explain: 'what a check looks for, with an example',
      group: 'also runs the checks of a group that’s off by default: least-privilege, reminders',
      'pass-with-no-policies': 'the exit status is 0, not 2, if no file has a policy',
    },
    load: async () => (await import('./lint.ts')).runLint,
  },
  {
    name: 'compare',
    takes: '[OLD NEW]',
    help: [
      'two versions of policies → what the new one allows that the old one doesn’t',
      'OLD and NEW can be files, folders, or patterns; files are matched by path',
    ],
    options: {
      type: policyType,
      format: 'text, json, sarif (code scanning), or markdown (a comment on a pull request)',
      with: 'SCPs, RCPs, or a permissions boundary that apply to both versions (repeatable)',
      base: 'reads the old version of the files from this commit',
      'not-granted': 'proves that the policies don’t allow this action (repeatable; "s3:Delete*,iam:*")',
      'not-public': 'proves that a resource of this type (AWS::S3::Bucket) isn’t public',
    },
    load: async () => (await import('./compare.ts')).runCompare,
  },
  {
    name: 'diagnose',
    takes: '[FILE…]',
    help: [
      'a pasted error and policies → cause, steps, proven fix;',
      'with --format or several files: logs and CloudTrail files → every kind of denial with its cause',
    ],
    options: {
      format: 'over logs: text, csv, json, jsonl, html (a report with charts), or parquet (with --output)',
      policies:
        'over logs: account details; each kind of denial is diagnosed with the policies of its caller (repeatable)',
      output: 'over logs: writes the report into this file',
      'since-last':
        'over logs: skips files that didn’t change since the run that wrote this state, marks new kinds, and writes it again',
    },
    load: async () => (await import('./diagnose.ts')).runDiagnose,
  },
  {
    name: 'used',
    takes: '[FILE…]',
    help: ['CloudTrail files → what each user, role, and permission set used, and a policy for just that'],
    options: {
      principal: 'only this user or role (an ARN, or the name)',
      with: 'its current policies, or account details with those of everyone (repeatable): they are trimmed, with a proof that this opens nothing new',
    },
    load: async () => (await import('./used.ts')).runUsed,
  },
  {
    name: 'test',
    takes: '[FILE…]',
    help: ['*.access.yaml (in these files and folders) → does each request get the decision that it must get?'],
    options: { format: 'text, json, junit (test reports), or markdown (a comment on a pull request)' },
    load: async () => (await import('./test.ts')).runTest,
  },
  {
    name: 'ci',
    takes: '[FILE…]',
    help: [
      'lint, test, and what the files newly allow, in one report for continuous integration;',
      'without FILE: the files that changed since --base, or all',
    ],
    options: {
      base: 'the commit to compare with, such as the target branch of a pull request',
      format: 'text, or markdown (a comment on a pull request)',
      with: 'SCPs, RCPs, or a permissions boundary that apply to both versions (repeatable)',
      'fail-on': 'for lint: error, warning, or suggestion; otherwise errors and security warnings give status 1',
      baseline: 'for lint: leaves out the findings in this file, an earlier output of --format json',
      group: 'for lint: also runs the checks of a group that’s off by default: least-privilege, reminders',
      'fail-on-new-access': 'new access gives status 1; otherwise it is only reported',
    },
    load: async () => (await import('./ci.ts')).runCi,
  },
  {
    name: 'who-can',
    takes: '[FILE…]',
    help: ['account details and an action → who can do it, and through which groups and roles'],
    options: {
      action: 'the action; FILE… are then outputs of the AWS CLI, files and folders',
      resource: 'an ARN; otherwise all resources',
    },
    load: async () => (await import('./who-can.ts')).runWhoCan,
  },
  {
    name: 'what-can',
    takes: '[FILE…]',
    help: ['account details and a principal → what it can do, by service and access level'],
    options: { principal: 'the ARN or name of a user or role; FILE… are then outputs of the AWS CLI' },
    load: async () => (await import('./what-can.ts')).runWhatCan,
  },
  {
    name: 'account',
    takes: 'report|script [FILE…]',
    help: [
      'account details and what surrounds them → a report: Billing, paths to administrator,',
      'access from outside, unused users and roles; script prints the commands that collect what it reads',
    ],
    options: {
      format: 'report: text, html, csv (one part after the other), json, or markdown; script: bash or powershell',
    },
    load: async () => (await import('./account.ts')).runAccount,
  },
  {
    name: 'mcp',
    takes: '',
    help: ['a Model Context Protocol server over standard input and output, for agents; no network'],
    answers: false,
    options: {},
    load: async () => (await import('./mcp.ts')).runMcp,
  },
  {
    name: 'completion',
    takes: 'SHELL',
    help: ['bash, zsh, or fish → a script that completes commands and options there'],
    answers: false,
    options: {},
    load: async () => (await import('./completion.ts')).completionOf(commands),
  },
]
