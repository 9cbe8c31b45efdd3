import type { EscalationPath } from './escalation-paths.ts'

/**
 * Paths through compute and deployment services: the caller gets the permissions of a role that something else works with.
 * https://pathfinding.cloud/paths describes them.
 */
export const serviceEscalationPaths: readonly EscalationPath[] = [
  ...each('run their own code with the role of any Lambda function', [
    'lambda:UpdateFunctionCode',
    'lambda:UpdateFunctionConfiguration',
  ]),
  ...each('run commands with the role of any managed instance', [
    'ssm:SendCommand',
    'ssm:StartSession',
    'ssm:CreateAssociation',
  ]),
  ...each('log in to any instance that they reach, and use its role', [
    'ec2-instance-connect:SendSSHPublicKey',
    'ec2-instance-connect:SendSerialConsoleSSHPublicKey',
  ]),
  ...each('run their own commands when an instance starts, with its role', [
    'ec2:ModifyInstanceAttribute ec2:StopInstances ec2:StartInstances',
    'ec2:CreateLaunchTemplateVersion ec2:ModifyLaunchTemplate',
  ]),
  ...each('run an instance with any role that trusts EC2', [
    'iam:PassRole ec2:RunInstances',
    'iam:PassRole ec2:RequestSpotInstances',
    'iam:PassRole ec2:AssociateIamInstanceProfile',
    'iam:PassRole ec2:ReplaceIamInstanceProfileAssociation',
  ]),
  ...each('run their own code in a Lambda function with any role that trusts Lambda', [
    'iam:PassRole lambda:CreateFunction lambda:AddPermission',
    'iam:PassRole lambda:CreateFunction lambda:CreateFunctionUrlConfig lambda:InvokeFunctionUrl',
  ]),
  ...each('run their own container with any role that trusts ECS tasks', [
    'iam:PassRole ecs:RegisterTaskDefinition ecs:CreateService',
    'iam:PassRole ecs:RegisterTaskDefinition ecs:UpdateService',
    'iam:PassRole ecs:RegisterTaskDefinition ecs:StartTask',
  ]),
  ...each('run commands in any ECS task, with its role', ['ecs:ExecuteCommand']),
  ...each('create anything with any role that trusts CloudFormation', [
    'iam:PassRole cloudformation:CreateStack',
    'iam:PassRole cloudformation:CreateStackSet cloudformation:CreateStackInstances',
    'iam:PassRole cloudformation:UpdateStackSet',
  ]),
  ...each('change any stack with the role that it was deployed with', [
    'cloudformation:UpdateStack',
    'cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet',
  ]),
  ...each('run their own commands with the role of any build project', [
    'codebuild:StartBuild',
    'codebuild:StartBuildBatch',
    'codebuild:UpdateProject',
  ]),
  ...each('run their own steps with any role that trusts CodePipeline', [
    'iam:PassRole codepipeline:CreatePipeline codepipeline:StartPipelineExecution',
    'iam:PassRole codepipeline:UpdatePipeline',
  ]),
  ...each('run their own code with any role that trusts Glue', [
    'iam:PassRole glue:CreateJob glue:StartJobRun',
    'iam:PassRole glue:CreateJob glue:CreateTrigger',
    'iam:PassRole glue:UpdateJob glue:StartJobRun',
    'iam:PassRole glue:CreateSession glue:RunStatement',
  ]),
  ...each('log in to any Glue development endpoint, and use its role', ['glue:UpdateDevEndpoint']),
  ...each('run their own code with any role that trusts SageMaker', [
    'iam:PassRole sagemaker:CreateTrainingJob',
    'iam:PassRole sagemaker:CreateProcessingJob',
  ]),
  ...each('open any notebook, and use its role', ['sagemaker:CreatePresignedNotebookInstanceUrl']),
  ...each('run their own code with any role that trusts Bedrock AgentCore', [
    'iam:PassRole bedrock-agentcore:CreateCodeInterpreter bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter',
  ]),
  ...each('run a cluster with any role that trusts EMR', ['iam:PassRole elasticmapreduce:RunJobFlow']),
  ...each('call any API with any role that trusts Step Functions', [
    'iam:PassRole states:CreateStateMachine states:StartExecution',
    'iam:PassRole states:TestState',
  ]),
  ...each('call any API with the role of any state machine', ['states:UpdateStateMachine']),
  ...each('call any API with any role that trusts EventBridge Scheduler', [
    'iam:PassRole scheduler:CreateSchedule',
    'iam:PassRole scheduler:UpdateSchedule',
  ]),
  ...each('run their own container with any role that trusts App Runner', ['iam:PassRole apprunner:CreateService']),
  ...each('give an identity pool any role that trusts Cognito', ['iam:PassRole cognito-identity:SetIdentityPoolRoles']),
  ...each('use certificates of their own for any role that trusts IAM Roles Anywhere', [
    'iam:PassRole rolesanywhere:CreateTrustAnchor rolesanywhere:CreateProfile',
  ]),
  ...each('assume every role that trusts this account', ['sts:AssumeRole']),
]

function each(how: string, actions: readonly string[]): readonly EscalationPath[] {
  return actions.map((path) => ({ actions: path.split(' '), how }))
}
