import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPoolGroup,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolEmail,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { commandReturnAddress } from '../../../shared/deployment/command-sign-in.ts';
import { roles } from '../../../shared/identity/actor.ts';

type CognitoIssuerProps = {
  readonly signInPrefix: string;
  readonly audience: string;
  /** Scheme and host of the portal. */
  readonly portalOrigin: string;
  /** A verified SES sender; without one Cognito sends its own mail, fifty a day at most. */
  readonly sender?: string;
  /** Puts roles, office, town and name into access tokens. */
  readonly claims: LambdaFunction;
};

/** Roles that a person is given by joining a group; everybody else who signs in is an applicant. */
const givenRoles = roles.filter((role) => role !== 'applicant' && role !== 'system');

/** A user pool as the OpenID Connect issuer: applicants register themselves, officials are given groups. */
export class CognitoIssuer extends Construct {
  readonly userPoolId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly audience: string;

  constructor(
    scope: Construct,
    id: string,
    { signInPrefix, audience, portalOrigin, sender, claims }: CognitoIssuerProps,
  ) {
    super(scope, id);
    const pool = new UserPool(this, 'Pool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      autoVerify: { email: true },
      ...(sender !== undefined && { email: UserPoolEmail.withSES({ fromEmail: sender }) }),
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      standardAttributes: { fullname: { required: true, mutable: true } },
      customAttributes: {
        office: new StringAttribute({ mutable: true, maxLen: 64 }),
        town: new StringAttribute({ mutable: true, maxLen: 9 }),
      },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, claims, LambdaVersion.V2_0);
    for (const role of givenRoles) {
      new CfnUserPoolGroup(this, `Group-${role}`, { userPoolId: pool.userPoolId, groupName: role });
    }
    pool.addResourceServer('Api', {
      identifier: audience,
      userPoolResourceServerName: 'factory-incentives-api',
    });
    pool.addDomain('SignIn', {
      cognitoDomain: { domainPrefix: signInPrefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const client = portalClient(pool, portalOrigin);
    new CfnManagedLoginBranding(this, 'SignInPage', {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    this.userPoolId = pool.userPoolId;
    this.issuer = pool.userPoolProviderUrl;
    this.clientId = client.userPoolClientId;
    this.audience = audience;
  }
}

const portalClient = (pool: UserPool, portalOrigin: string): UserPoolClient => {
  const profile = new ClientAttributes().withStandardAttributes({ email: true, fullname: true });
  return pool.addClient('Portal', {
    generateSecret: false,
    preventUserExistenceErrors: true,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
      // The portal’s own page, and the command line of whoever publishes.
      callbackUrls: [`${portalOrigin}/sign-in/done`, commandReturnAddress],
      logoutUrls: [`${portalOrigin}/`],
    },
    // Office and town are facts about a person that this person may not write.
    writeAttributes: profile,
    readAttributes: profile,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.hours(10),
  });
};
