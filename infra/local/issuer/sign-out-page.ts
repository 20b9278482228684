import { createHash } from 'node:crypto';
import { issuerPage, issuerPagePolicy } from './issuer-page.ts';

const submitAtOnce = 'document.forms[0].submit();';
const hash = createHash('sha256').update(submitAtOnce).digest('base64');

/** The policy for a page that submits its own form. */
export const signOutPolicy = issuerPagePolicy.replace("script-src 'none'", `script-src 'sha256-${hash}'`);

/**
 * Asks whether to sign out. A portal that shows whose session it means (`id_token_hint`) has asked already;
 * without, any web page could sign people out behind their backs.
 * @param form the provider's form, without buttons.
 */
export const signOutPage = (form: string, asked: boolean): string =>
  issuerPage(
    '退出登录',
    `<h1>退出登录 <small lang="en">Sign out</small></h1>
${form}
<button class="act" type="submit" form="op.logoutForm" name="logout" value="yes">退出登录 Sign out</button>
${asked ? `<script>${submitAtOnce}</script>` : ''}`,
  );

export const signedOutPage = (): string =>
  issuerPage(
    '已退出登录',
    `<h1>已退出登录 <small lang="en">You are signed out</small></h1><p><a href="/">返回首页 Back to the portal</a></p>`,
  );
