import type { Choice, Switch } from './choice.ts'

/** Amazon EC2, Auto Scaling, Lambda, ECS, EKS, Elastic Load Balancing. https://docs.aws.amazon.com/service-authorization/latest/reference/ */
const choices: readonly Choice[] = [
  [
    'ec2:InstanceType',
    'instance type',
    'aws ec2 run-instances --image-id <IMAGE_ID> --instance-type <VALUE>',
    'aws ec2 modify-instance-attribute --instance-id <INSTANCE_ID> --instance-type Value=<VALUE>',
  ],
  ['ec2:ImageID', 'image', 'aws ec2 run-instances --image-id <VALUE>'],
  ['ec2:Owner', 'owner'],
  ['ec2:RootDeviceType', 'root device type'],
  [
    'ec2:InstanceMarketType',
    'market type',
    'aws ec2 run-instances --image-id <IMAGE_ID> --instance-market-options MarketType=<VALUE>',
  ],
  ['ec2:Subnet', 'subnet', 'aws ec2 run-instances --image-id <IMAGE_ID> --subnet-id <SUBNET_ID>'],
  ['ec2:SubnetID', 'subnet', 'aws ec2 run-instances --image-id <IMAGE_ID> --subnet-id <VALUE>'],
  ['ec2:SecurityGroupID', 'security group', 'aws ec2 run-instances --image-id <IMAGE_ID> --security-group-ids <VALUE>'],
  ['ec2:KeyPairName', 'key pair', 'aws ec2 run-instances --image-id <IMAGE_ID> --key-name <VALUE>'],
  [
    'ec2:Tenancy',
    'tenancy',
    'aws ec2 run-instances --image-id <IMAGE_ID> --placement Tenancy=<VALUE>',
    'aws ec2 create-vpc --cidr-block <CIDR_BLOCK> --instance-tenancy <VALUE>',
  ],
  [
    'ec2:AvailabilityZone',
    'Availability Zone',
    'aws ec2 run-instances --image-id <IMAGE_ID> --placement AvailabilityZone=<VALUE>',
    'aws ec2 create-volume --size <GIB> --availability-zone <VALUE>',
    'aws ec2 create-subnet --vpc-id <VPC_ID> --cidr-block <CIDR_BLOCK> --availability-zone <VALUE>',
  ],
  [
    'ec2:VolumeSize',
    'volume size in GiB',
    'aws ec2 create-volume --availability-zone <AVAILABILITY_ZONE> --size <VALUE>',
    'aws ec2 modify-volume --volume-id <VOLUME_ID> --size <VALUE>',
    "aws ec2 run-instances --image-id <IMAGE_ID> --block-device-mappings 'DeviceName=/dev/xvda,Ebs={VolumeSize=<VALUE>}'",
  ],
  [
    'ec2:VolumeType',
    'volume type',
    'aws ec2 create-volume --availability-zone <AVAILABILITY_ZONE> --size <GIB> --volume-type <VALUE>',
    'aws ec2 modify-volume --volume-id <VOLUME_ID> --volume-type <VALUE>',
    "aws ec2 run-instances --image-id <IMAGE_ID> --block-device-mappings 'DeviceName=/dev/xvda,Ebs={VolumeType=<VALUE>}'",
  ],
  [
    'ec2:VolumeIops',
    'number of IOPS',
    'aws ec2 create-volume --availability-zone <AVAILABILITY_ZONE> --size <GIB> --iops <VALUE>',
    'aws ec2 modify-volume --volume-id <VOLUME_ID> --iops <VALUE>',
  ],
  [
    'ec2:VolumeThroughput',
    'throughput in MiB/s',
    'aws ec2 create-volume --availability-zone <AVAILABILITY_ZONE> --size <GIB> --throughput <VALUE>',
    'aws ec2 modify-volume --volume-id <VOLUME_ID> --throughput <VALUE>',
  ],
  [
    'ec2:MetadataHttpTokens',
    'setting HttpTokens',
    'aws ec2 run-instances --image-id <IMAGE_ID> --metadata-options HttpTokens=<VALUE>',
    'aws ec2 modify-instance-metadata-options --instance-id <INSTANCE_ID> --http-tokens <VALUE>',
  ],
  [
    'ec2:MetadataHttpEndpoint',
    'setting HttpEndpoint',
    'aws ec2 run-instances --image-id <IMAGE_ID> --metadata-options HttpEndpoint=<VALUE>',
    'aws ec2 modify-instance-metadata-options --instance-id <INSTANCE_ID> --http-endpoint <VALUE>',
  ],
  [
    'ec2:MetadataHttpPutResponseHopLimit',
    'hop limit of the instance metadata',
    'aws ec2 run-instances --image-id <IMAGE_ID> --metadata-options HttpPutResponseHopLimit=<VALUE>',
    'aws ec2 modify-instance-metadata-options --instance-id <INSTANCE_ID> --http-put-response-hop-limit <VALUE>',
  ],
  [
    'ec2:InstanceMetadataTags',
    'setting InstanceMetadataTags',
    'aws ec2 run-instances --image-id <IMAGE_ID> --metadata-options InstanceMetadataTags=<VALUE>',
    'aws ec2 modify-instance-metadata-options --instance-id <INSTANCE_ID> --instance-metadata-tags <VALUE>',
  ],
  [
    'ec2:InstanceProfile',
    'instance profile',
    'aws ec2 run-instances --image-id <IMAGE_ID> --iam-instance-profile Arn=<VALUE>',
    'aws ec2 associate-iam-instance-profile --instance-id <INSTANCE_ID> --iam-instance-profile Arn=<VALUE>',
  ],
  ['ec2:Vpc', 'VPC', 'aws ec2 create-subnet --cidr-block <CIDR_BLOCK> --vpc-id <VPC_ID>'],
  ['ec2:VpceServiceName', 'endpoint service', 'aws ec2 create-vpc-endpoint --vpc-id <VPC_ID> --service-name <VALUE>'],
  [
    'autoscaling:InstanceType',
    'instance type',
    'aws autoscaling create-launch-configuration --launch-configuration-name <NAME> --image-id <IMAGE_ID> --instance-type <VALUE>',
  ],
  [
    'autoscaling:MaxSize',
    'maximum size',
    'aws autoscaling update-auto-scaling-group --auto-scaling-group-name <GROUP_NAME> --max-size <VALUE>',
    'aws autoscaling create-auto-scaling-group --auto-scaling-group-name <GROUP_NAME> --min-size 1 --max-size <VALUE>',
  ],
  [
    'autoscaling:MinSize',
    'minimum size',
    'aws autoscaling update-auto-scaling-group --auto-scaling-group-name <GROUP_NAME> --min-size <VALUE>',
    'aws autoscaling create-auto-scaling-group --auto-scaling-group-name <GROUP_NAME> --max-size 1 --min-size <VALUE>',
  ],
  [
    'autoscaling:VPCZoneIdentifiers',
    'subnet',
    'aws autoscaling update-auto-scaling-group --auto-scaling-group-name <GROUP_NAME> --vpc-zone-identifier <VALUE>',
    'aws autoscaling create-auto-scaling-group --auto-scaling-group-name <GROUP_NAME> --min-size 1 --max-size 1 --vpc-zone-identifier <VALUE>',
  ],
  [
    'lambda:SubnetIds',
    'subnet',
    'aws lambda update-function-configuration --function-name <FUNCTION_NAME> --vpc-config SubnetIds=<VALUE>,SecurityGroupIds=<SECURITY_GROUP_ID>',
    'aws lambda create-function --function-name <FUNCTION_NAME> --role <ROLE_ARN> --code S3Bucket=<BUCKET>,S3Key=<KEY> --vpc-config SubnetIds=<VALUE>,SecurityGroupIds=<SECURITY_GROUP_ID>',
  ],
  [
    'lambda:SecurityGroupIds',
    'security group',
    'aws lambda update-function-configuration --function-name <FUNCTION_NAME> --vpc-config SubnetIds=<SUBNET_ID>,SecurityGroupIds=<VALUE>',
    'aws lambda create-function --function-name <FUNCTION_NAME> --role <ROLE_ARN> --code S3Bucket=<BUCKET>,S3Key=<KEY> --vpc-config SubnetIds=<SUBNET_ID>,SecurityGroupIds=<VALUE>',
  ],
  [
    'lambda:VpcIds',
    'VPC',
    'aws lambda update-function-configuration --function-name <FUNCTION_NAME> --vpc-config SubnetIds=<SUBNET_ID>,SecurityGroupIds=<SECURITY_GROUP_ID>',
    'aws lambda create-function --function-name <FUNCTION_NAME> --role <ROLE_ARN> --code S3Bucket=<BUCKET>,S3Key=<KEY> --vpc-config SubnetIds=<SUBNET_ID>,SecurityGroupIds=<SECURITY_GROUP_ID>',
  ],
  [
    'lambda:FunctionUrlAuthType',
    'authorization type',
    'aws lambda create-function-url-config --function-name <FUNCTION_NAME> --auth-type <VALUE>',
    'aws lambda update-function-url-config --function-name <FUNCTION_NAME> --auth-type <VALUE>',
    'aws lambda add-permission --function-name <FUNCTION_NAME> --statement-id <STATEMENT_ID> --action lambda:InvokeFunctionUrl --principal <PRINCIPAL> --function-url-auth-type <VALUE>',
  ],
  [
    'lambda:Layer',
    'layer',
    'aws lambda update-function-configuration --function-name <FUNCTION_NAME> --layers <VALUE>',
    'aws lambda create-function --function-name <FUNCTION_NAME> --role <ROLE_ARN> --code S3Bucket=<BUCKET>,S3Key=<KEY> --layers <VALUE>',
  ],
  [
    'lambda:Principal',
    'principal',
    'aws lambda add-permission --function-name <FUNCTION_NAME> --statement-id <STATEMENT_ID> --action lambda:InvokeFunction --principal <VALUE>',
    'aws lambda put-resource-policy --resource-arn <FUNCTION_ARN> --policy file://policy.json',
  ],
  [
    'lambda:CodeSigningConfigArn',
    'code signing configuration',
    'aws lambda put-function-code-signing-config --function-name <FUNCTION_NAME> --code-signing-config-arn <VALUE>',
    'aws lambda create-function --function-name <FUNCTION_NAME> --role <ROLE_ARN> --code S3Bucket=<BUCKET>,S3Key=<KEY> --code-signing-config-arn <VALUE>',
  ],
  [
    'lambda:FunctionArn',
    'function',
    'aws lambda create-event-source-mapping --event-source-arn <EVENT_SOURCE_ARN> --function-name <VALUE>',
    'aws lambda update-event-source-mapping --uuid <MAPPING_ID> --function-name <VALUE>',
  ],
  [
    'ecs:cluster',
    'cluster',
    'aws ecs run-task --task-definition <TASK_DEFINITION> --cluster <VALUE>',
    'aws ecs update-service --service <SERVICE_NAME> --cluster <VALUE>',
    'aws ecs execute-command --task <TASK_ID> --interactive --command /bin/sh --cluster <VALUE>',
  ],
  [
    'ecs:task-definition',
    'task definition',
    'aws ecs update-service --service <SERVICE_NAME> --task-definition <VALUE>',
  ],
  [
    'ecs:container-name',
    'container',
    'aws ecs execute-command --task <TASK_ID> --interactive --command /bin/sh --container <VALUE>',
  ],
  [
    'ecs:task-cpu',
    'CPU units of the task',
    'aws ecs register-task-definition --family <FAMILY> --container-definitions file://containers.json --cpu <VALUE>',
  ],
  [
    'ecs:task-memory',
    'memory of the task',
    'aws ecs register-task-definition --family <FAMILY> --container-definitions file://containers.json --memory <VALUE>',
  ],
  [
    'ecs:propagate-tags',
    'setting propagateTags',
    'aws ecs run-task --task-definition <TASK_DEFINITION> --propagate-tags <VALUE>',
    'aws ecs update-service --service <SERVICE_NAME> --propagate-tags <VALUE>',
  ],
  [
    'eks:kubernetesVersion',
    'Kubernetes version',
    'aws eks update-cluster-version --name <CLUSTER_NAME> --kubernetes-version <VALUE>',
  ],
  [
    'eks:policyArn',
    'access policy',
    'aws eks associate-access-policy --cluster-name <CLUSTER_NAME> --principal-arn <PRINCIPAL_ARN> --access-scope type=cluster --policy-arn <VALUE>',
  ],
  [
    'eks:accessScope',
    'access scope',
    'aws eks associate-access-policy --cluster-name <CLUSTER_NAME> --principal-arn <PRINCIPAL_ARN> --policy-arn <POLICY_ARN> --access-scope type=<VALUE>',
  ],
  [
    'eks:accessEntryType',
    'access entry type',
    'aws eks create-access-entry --cluster-name <CLUSTER_NAME> --principal-arn <PRINCIPAL_ARN> --type <VALUE>',
  ],
  [
    'eks:principalArn',
    'principal',
    'aws eks create-access-entry --cluster-name <CLUSTER_NAME> --principal-arn <VALUE>',
  ],
  [
    'eks:authenticationMode',
    'authentication mode',
    'aws eks update-cluster-config --name <CLUSTER_NAME> --access-config authenticationMode=<VALUE>',
  ],
  [
    'elasticloadbalancing:Scheme',
    'scheme',
    'aws elbv2 create-load-balancer --name <NAME> --subnets <SUBNET_ID> --scheme <VALUE>',
  ],
  [
    'elasticloadbalancing:ListenerProtocol',
    'listener protocol',
    'aws elbv2 create-listener --load-balancer-arn <LOAD_BALANCER_ARN> --default-actions <ACTIONS> --protocol <VALUE>',
    'aws elbv2 modify-listener --listener-arn <LISTENER_ARN> --protocol <VALUE>',
  ],
  [
    'elasticloadbalancing:SecurityPolicy',
    'TLS policy',
    'aws elbv2 create-listener --load-balancer-arn <LOAD_BALANCER_ARN> --default-actions <ACTIONS> --ssl-policy <VALUE>',
    'aws elbv2 modify-listener --listener-arn <LISTENER_ARN> --ssl-policy <VALUE>',
  ],
  [
    'elasticloadbalancing:Subnet',
    'subnet',
    'aws elbv2 create-load-balancer --name <NAME> --subnets <VALUE>',
    'aws elbv2 set-subnets --load-balancer-arn <LOAD_BALANCER_ARN> --subnets <VALUE>',
  ],
  [
    'elasticloadbalancing:SecurityGroup',
    'security group',
    'aws elbv2 create-load-balancer --name <NAME> --security-groups <VALUE>',
    'aws elbv2 set-security-groups --load-balancer-arn <LOAD_BALANCER_ARN> --security-groups <VALUE>',
  ],
]

const switches: readonly Switch[] = [
  {
    key: 'ec2:Encrypted',
    what: 'encryption of the volume',
    on: [
      'aws ec2 create-volume --availability-zone <AVAILABILITY_ZONE> --size <GIB> --encrypted',
      "aws ec2 run-instances --image-id <IMAGE_ID> --block-device-mappings 'DeviceName=/dev/xvda,Ebs={Encrypted=true}'",
    ],
    off: [
      'aws ec2 create-volume --availability-zone <AVAILABILITY_ZONE> --size <GIB> --no-encrypted',
      "aws ec2 run-instances --image-id <IMAGE_ID> --block-device-mappings 'DeviceName=/dev/xvda,Ebs={Encrypted=false}'",
    ],
  },
  {
    key: 'ec2:EbsOptimized',
    what: 'EBS optimization',
    on: ['aws ec2 run-instances --image-id <IMAGE_ID> --ebs-optimized'],
    off: ['aws ec2 run-instances --image-id <IMAGE_ID> --no-ebs-optimized'],
  },
  {
    key: 'ec2:AssociatePublicIpAddress',
    what: 'a public IP address',
    on: ['aws ec2 run-instances --image-id <IMAGE_ID> --associate-public-ip-address'],
    off: ['aws ec2 run-instances --image-id <IMAGE_ID> --no-associate-public-ip-address'],
  },
  {
    key: 'autoscaling:LaunchTemplateVersionSpecified',
    what: 'an explicit launch template version',
    on: [
      'aws autoscaling update-auto-scaling-group --auto-scaling-group-name <GROUP_NAME> --launch-template LaunchTemplateId=<TEMPLATE_ID>,Version=<VERSION_NUMBER>',
    ],
    off: [
      'aws autoscaling update-auto-scaling-group --auto-scaling-group-name <GROUP_NAME> --launch-template LaunchTemplateId=<TEMPLATE_ID>',
    ],
  },
  {
    key: 'ecs:enable-execute-command',
    what: 'ECS Exec',
    on: [
      'aws ecs run-task --task-definition <TASK_DEFINITION> --enable-execute-command',
      'aws ecs update-service --service <SERVICE_NAME> --enable-execute-command',
      'aws ecs create-service --service-name <SERVICE_NAME> --enable-execute-command',
    ],
    off: [
      'aws ecs run-task --task-definition <TASK_DEFINITION> --no-enable-execute-command',
      'aws ecs update-service --service <SERVICE_NAME> --no-enable-execute-command',
      'aws ecs create-service --service-name <SERVICE_NAME> --no-enable-execute-command',
    ],
  },
  {
    key: 'eks:endpointPublicAccess',
    what: 'public access to the cluster’s endpoint',
    on: [
      'aws eks create-cluster --name <CLUSTER_NAME> --role-arn <ROLE_ARN> --resources-vpc-config subnetIds=<SUBNET_IDS>,endpointPublicAccess=true',
      'aws eks update-cluster-config --name <CLUSTER_NAME> --resources-vpc-config endpointPublicAccess=true',
    ],
    off: [
      'aws eks create-cluster --name <CLUSTER_NAME> --role-arn <ROLE_ARN> --resources-vpc-config subnetIds=<SUBNET_IDS>,endpointPublicAccess=false,endpointPrivateAccess=true',
      'aws eks update-cluster-config --name <CLUSTER_NAME> --resources-vpc-config endpointPublicAccess=false,endpointPrivateAccess=true',
    ],
  },
  {
    key: 'eks:endpointPrivateAccess',
    what: 'private access to the cluster’s endpoint',
    on: ['aws eks update-cluster-config --name <CLUSTER_NAME> --resources-vpc-config endpointPrivateAccess=true'],
    off: ['aws eks update-cluster-config --name <CLUSTER_NAME> --resources-vpc-config endpointPrivateAccess=false'],
  },
]

export const ofCompute = { choices, switches }
