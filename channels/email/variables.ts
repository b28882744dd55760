/** What each variable of the mail channel is for: the words of `.env.example` and the examples in error messages. */

export interface Variable {
  name: string;
  /** One sentence, with the unit where there is one. */
  says: string;
  default: string | null;
  example: string;
}

/** What OAuth2 needs, after the prefix of a mailbox or of `SMTP`. */
export const OAUTH_PARTS = ['TOKEN_URL', 'CLIENT_ID', 'CLIENT_SECRET', 'REFRESH_TOKEN', 'SCOPE'] as const;

function oauthVariables(prefix: string): Variable[] {
  return [
    {
      name: `${prefix}_OAUTH_TOKEN_URL`,
      says: 'Token endpoint, for servers that take no password (Exchange Online, Gmail). HTTPS, except on this machine.',
      default: null,
      example: 'https://login.microsoftonline.com/TENANT/oauth2/v2.0/token',
    },
    {
      name: `${prefix}_OAUTH_CLIENT_ID`,
      says: 'Id of the registered application.',
      default: null,
      example: '00000000-0000-0000-0000-000000000000',
    },
    {
      name: `${prefix}_OAUTH_CLIENT_SECRET`,
      says: 'Secret of the application; alone it means client credentials.',
      default: null,
      example: 'secret',
    },
    {
      name: `${prefix}_OAUTH_REFRESH_TOKEN`,
      says: 'Refresh token of a consent given once for the mailbox.',
      default: null,
      example: 'token',
    },
    {
      name: `${prefix}_OAUTH_SCOPE`,
      says: 'Scope to ask for.',
      default: null,
      example: 'https://outlook.office365.com/.default',
    },
  ];
}

/** The variables of the mailbox that `MAILBOXES` calls `name`. */
export function boxVariables(name: string): Variable[] {
  const prefix = `MAILBOX_${name.toUpperCase()}`;
  return [
    {
      name: `${prefix}_IMAP_URL`,
      says: 'Mail server and user. imaps:// is TLS; imap:// demands STARTTLS, except on this machine.',
      default: null,
      example: `imaps://${name}@connexus.example@imap.connexus.example:993`,
    },
    { name: `${prefix}_PASSWORD`, says: 'Password of the mailbox, unless OAuth2 is used.', default: null, example: 'secret' },
    ...oauthVariables(prefix),
    {
      name: `${prefix}_FOLDERS`,
      says: 'Folders to read, comma between; a backslash names a special use. Junk is read because residents land there.',
      default: 'INBOX,\\Junk',
      example: 'INBOX,\\Junk,Complaints/Old form',
    },
    {
      name: `${prefix}_ADDRESSES`,
      says: 'Addresses that this mailbox receives for, comma between, when they differ from its user: forwards by colleagues are known by them.',
      default: null,
      example: `${name}@connexus.example,complaints@connexus.example`,
    },
  ];
}

export const VARIABLES: Variable[] = [
  {
    name: 'MAILBOXES',
    says: 'Names of the mailboxes to read, comma between; each has its own variables below.',
    default: null,
    example: 'hello',
  },
  {
    name: 'SMTP_URL',
    says: 'Server that letters leave by. smtps:// is TLS; smtp:// demands STARTTLS, except on this machine. Unset: nothing is sent.',
    default: null,
    example: 'smtp://hello@connexus.example@smtp.connexus.example:587',
  },
  { name: 'SMTP_PASSWORD', says: 'Password for sending, unless OAuth2 is used.', default: null, example: 'secret' },
  ...oauthVariables('SMTP'),
  {
    name: 'MAIL_FROM',
    says: 'Name and address that letters come from.',
    default: null,
    example: 'Connexus complaints <complaints@connexus.example>',
  },
  {
    name: 'MAIL_POLL_SECONDS',
    says: 'Seconds between two looks into each folder (1 to 3600); mail is usually announced sooner.',
    default: '60',
    example: '60',
  },
  {
    name: 'MAIL_SWEEP_SECONDS',
    says: 'Seconds between two comparisons of a whole folder with what was taken (1 to 86400).',
    default: '3600',
    example: '3600',
  },
  {
    name: 'MAIL_MAX_MEGABYTES',
    says: 'Megabytes of the largest message taken whole (1 to 200); of a larger one the beginning is kept and a person is told.',
    default: '40',
    example: '40',
  },
];
