// Forty texts that surround pasted messages, none with a denial of its own. The message replaces `{{message}}`. Hosts, words, and labels are those of real logs.
type Surrounding = readonly [name: string, text: string]

const builds: readonly Surrounding[] = [
  [
    'GitHub Actions with artifacts on Azure’s storage',
    'Uploading artifact to https://productionresultssa14.blob.core.windows.net/actions-results/abc\nFinished uploading artifact content to blob storage!\n{{message}}\nError: Process completed with exit code 1.',
  ],
  [
    'a job that fetches kubectl from Google',
    '+ curl -sLO https://storage.googleapis.com/kubernetes-release/release/v1.30.0/bin/linux/amd64/kubectl\n+ chmod +x kubectl\n{{message}}\nmake: *** [Makefile:12: deploy] Error 254',
  ],
  [
    'npm',
    '> app@1.0.0 deploy\n> serverless deploy --stage prod\n\nnpm WARN deprecated har-validator@5.1.5\n{{message}}\nnpm notice New minor version of npm available!',
  ],
  [
    'a token that was refreshed',
    '10:00:01 WARN  token has expired, refreshing\n10:00:02 INFO  refreshed\n\n\n\n\n\n\n\n\n\n{{message}}\n',
  ],
  [
    'Terraform’s plan',
    'aws_s3_bucket.logs: Refreshing state... [id=logs]\naws_iam_role.app: Creating...\n╷\n│ Error: creating\n│ {{message}}\n│\n│   with aws_iam_role.app,\n│   on main.tf line 12, in resource "aws_iam_role" "app":\n╵',
  ],
  [
    'CDK',
    'Bundling asset App/Fn/Code/Stage...\n✨  Synthesis time: 7.2s\n\nApp: deploying... [1/1]\n❌  App failed: {{message}}\n\n❌ Deployment failed',
  ],
  [
    'GitLab',
    'section_start:1700000000:step_script\nExecuting "step_script" stage of the job script\n$ aws s3 ls\n{{message}}\nCleaning up project directory and file based variables\nERROR: Job failed: exit code 1',
  ],
  [
    'Jenkins',
    'Started by user admin\nRunning on agent-1 in /var/jenkins/workspace/deploy\n[Pipeline] sh\n{{message}}\n[Pipeline] }\nFinished: FAILURE',
  ],
  [
    'docker build',
    '#12 [builder 4/6] RUN npm ci\n#12 DONE 12.3s\n#13 [builder 5/6] RUN aws s3 cp s3://artifacts/lib.tgz .\n{{message}}\n------\n > [builder 5/6] RUN aws s3 cp:\n------',
  ],
  [
    'CodeBuild',
    '[Container] 2024/05/05 10:00:00 Running command aws ecr get-login-password\n[Container] 2024/05/05 10:00:01 Phase complete: PRE_BUILD State: FAILED\n{{message}}\n[Container] 2024/05/05 10:00:02 Phase context status code: COMMAND_EXECUTION_ERROR',
  ],
]

const programs: readonly Surrounding[] = [
  [
    'a traceback of Python',
    'Traceback (most recent call last):\n  File "/var/task/app.py", line 12, in handler\n    client.call(Key=key)\n  File "/opt/python/botocore/client.py", line 530, in _api_call\n    return self._make_api_call(operation_name, kwargs)\n{{message}}\n',
  ],
  [
    'a stack of Node.js',
    'Server listening on http://localhost:3000\n{{message}}\n    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:388:20)\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)',
  ],
  [
    'a stack of Java',
    '2024-05-05 10:00:00.123  INFO 1 --- [main] c.e.App : Started App in 3.2 seconds\n{{message}}\n\tat com.amazonaws.http.AmazonHttpClient.execute(AmazonHttpClient.java:1)\n\tat com.example.App.main(App.java:10)',
  ],
  [
    'a panic of Go',
    '2024/05/05 10:00:00 listening on :8080\npanic: {{message}}\n\ngoroutine 1 [running]:\nmain.main()\n\t/src/main.go:12 +0x1d',
  ],
  [
    'Rails',
    'Started GET "/files" for 127.0.0.1 at 2024-05-05 10:00:00 +0000\nProcessing by FilesController#index as HTML\nCompleted 500 Internal Server Error in 120ms\n\n{{message}}\n\napp/controllers/files_controller.rb:7:in `index\'',
  ],
  [
    'Lambda’s own lines',
    'START RequestId: 5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a12 Version: $LATEST\n{{message}}\nEND RequestId: 5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a12\nREPORT RequestId: 5f2b1c9e-7a10-4a7c-9b7e-0d2d6f3c1a12\tDuration: 12.34 ms\tBilled Duration: 13 ms',
  ],
  [
    'systemd',
    'May 05 10:00:00 web-1 systemd[1]: Started My application.\nMay 05 10:00:01 web-1 app[512]: connecting\n{{message}}\nMay 05 10:00:02 web-1 systemd[1]: app.service: Main process exited, code=exited, status=1/FAILURE',
  ],
  [
    'kubectl describe',
    'Name:         app-7d9\nNamespace:    default\nStatus:       Pending\nEvents:\n  Type     Reason     Age   From     Message\n  ----     ------     ----  ----     -------\n{{message}}\n',
  ],
  ['a log with the context of Kubernetes', 'kubeContext: prod\nnamespace: default\n{{message}}\nretrying in 30s'],
  ['a log with the context of a session', 'sessionContext: 12ab\nAuthContext: basic\n{{message}}\n'],
]

const people: readonly Surrounding[] = [
  [
    'a ticket with a context',
    '**Context:** our CI\n**Steps:** run the deploy job\n\n{{message}}\n\n**Expected:** it deploys',
  ],
  [
    'an incident',
    'Severity: 2\nService: checkout\nUser: impacted customers in EU\nAction: page the on-call engineer\n\n{{message}}\n\nOwner: platform',
  ],
  ['a context behind', '{{message}}\nContext: CI'],
  ['Slack', 'Ana  10:02 AM\nhey @bob, deploy is broken again :sob:\n{{message}}\nbob  10:03 AM\nlooking'],
  [
    'a mail',
    'Hi team,\n\nsince this morning I get this:\n\n{{message}}\n\nThanks,\nMateo\n--\nExample Corp | +1 555 0100',
  ],
  [
    'a question in a forum',
    'I am trying to deploy my app and I have full admin rights.\n\n```\n{{message}}\n```\n\nI already tried aws configure. Any ideas?',
  ],
  [
    'an issue on GitHub',
    '### Describe the bug\n\nIt fails.\n\n### Current behavior\n\n{{message}}\n\n### Environment\n\n- OS: macOS 14\n- Node: v20',
  ],
  [
    'a page in German',
    'Seit heute bekomme ich diese Meldung und weiß nicht weiter:\n\n{{message}}\n\nWas muss ich ändern?',
  ],
  ['a page in Japanese', 'デプロイ時に次のエラーが出ました。\n\n{{message}}\n\n何の権限が必要ですか？'],
  ['a list', '- tried with another profile\n- tried with another Region\n\n{{message}}\n\n1. first\n2. second'],
]

const shells: readonly Surrounding[] = [
  [
    'a shell',
    'ana@laptop:~/app$ aws sts get-caller-identity --query Account\n"111122223333"\nana@laptop:~/app$ ./deploy.sh\n{{message}}\nana@laptop:~/app$ ',
  ],
  [
    'PowerShell',
    'PS C:\\app> ./deploy.ps1\n{{message}}\nAt C:\\app\\deploy.ps1:3 char:1\n+ Get-S3Object -BucketName demo\n    + CategoryInfo          : InvalidOperation',
  ],
  ['git over SSH', 'git@github.com: Permission denied (publickey).\n\n\n\n\n\n\n\n\n\n\n{{message}}\n'],
  [
    'a database before it',
    'psql: error: connection to server at "db" (10.0.0.5), port 5432 failed: Connection refused\n\n\n\n\n\n\n\n\n\n\n{{message}}\n',
  ],
  [
    'a throttled call before it',
    'ThrottlingException: Rate exceeded, retrying\nretry 1 of 3\n\n\n\n\n\n\n\n\n\n{{message}}\n',
  ],
  [
    'a web server before it',
    '10.0.0.1 - - [05/May/2024:10:00:00 +0000] "GET /health HTTP/1.1" 200 153 "-" "curl/8"\n\n\n\n\n\n\n\n\n\n\n{{message}}\n',
  ],
  [
    'lines of JSON',
    '{"level":"info","msg":"starting","version":"1.2.3"}\n{"level":"info","msg":"ready"}\n{{message}}\n{"level":"info","msg":"stopping"}',
  ],
  ['YAML above', 'provider:\n  name: aws\n  runtime: nodejs20.x\n  region: eu-west-1\n\n{{message}}\n'],
  [
    'a command above',
    'aws configure list\n      Name                    Value             Type    Location\n   profile                <not set>             None    None\n\n{{message}}\n',
  ],
  [
    'a progress bar',
    'Uploading [████████████████████░░░░░] 80%\nUploading [█████████████████████████] 100%\n{{message}}\nfailed after 3 attempts',
  ],
]

export const surroundings: readonly Surrounding[] = [...builds, ...programs, ...people, ...shells]
