// Tags that templates set and outputs show.
import { expect, test } from 'vitest'
import { taggedResources } from '../../src/denial/index.ts'

test.each<
  [is: string, text: string, found: readonly (readonly [string, boolean, readonly (readonly [string, string])[]])[]]
>([
  [
    'a resource of Terraform',
    'resource "aws_instance" "web" {\n  ami = "ami-1"\n  tags = {\n    team = "blue"\n    "cost:center" = "7"\n    made = var.by\n  }\n}\nresource "aws_instance" "db" {\n  ami = "ami-1"\n}',
    [
      [
        'aws_instance.web',
        false,
        [
          ['team', 'blue'],
          ['cost:center', '7'],
        ],
      ],
    ],
  ],
  [
    'tags on one line',
    'resource "aws_iam_role" "app" {\n  tags = { team = "red", stage = "dev" }\n}',
    [
      [
        'aws_iam_role.app',
        true,
        [
          ['team', 'red'],
          ['stage', 'dev'],
        ],
      ],
    ],
  ],
  [
    'tags that are merged',
    'resource "aws_sqs_queue" "q" {\n  tags = merge(local.tags, {\n    team = "red"\n  })\n}',
    [['aws_sqs_queue.q', false, [['team', 'red']]]],
  ],
  [
    'a resource of a stack',
    'Resources:\n  Secret:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      Tags:\n        - Key: team\n          Value: blue\n        - Key: made\n          Value: !Ref By\n  Other:\n    Type: AWS::SNS::Topic',
    [],
  ],
  [
    'a list at its key’s own indent',
    'Resources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      Tags:\n      - Key: team\n        Value: "blue"\n      Path: /',
    [['Role', true, [['team', 'blue']]]],
  ],
  [
    'a map of SAM',
    'Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Tags:\n        team: blue',
    [['F', false, [['team', 'blue']]]],
  ],
  [
    'an output',
    '{"ARN":"arn:aws:sqs:us-east-1:111122223333:q","Tags":[{"Key":"team","Value":"blue"}]}',
    [['arn:aws:sqs:us-east-1:111122223333:q', false, [['team', 'blue']]]],
  ],
  ['tags of nothing', '{"Tags":[{"Key":"team","Value":"blue"}]}', []],
  ['a message', 'with tags team', []],
])('%s', (_, text, found) => {
  expect(taggedResources(text).map(({ name, isPrincipal, tags }) => [name, isPrincipal, tags])).toEqual(found)
})
