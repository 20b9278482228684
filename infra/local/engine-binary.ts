import { access, chmod, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from '../../shared/language/text.ts';
import { StartProblem } from './start-problem.ts';

/**
 * The engine comes as an optional package per platform, so npm leaves it out without a word where there is none.
 * @throws StartProblem when it is not installed.
 */
export async function findEngineBinary(platform = `${process.platform}-${process.arch}`): Promise<string> {
  const name = `@dynoxide/${platform}`;
  const folder = packageFolder(name);
  if (folder === undefined) throw engineMissing(name);
  const binary = join(folder, process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
  await access(binary, constants.X_OK).catch(() => chmod(binary, 0o755));
  return binary;
}

const packageFolder = (name: string): string | undefined => {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
};

const engineMissing = (name: string): StartProblem =>
  new StartProblem(
    text(
      `没有找到本机数据库引擎 ${name}。请重新运行 npm ci（不要加 --omit=optional）；如果此平台没有该引擎，请用环境变量 DYNAMODB_ENDPOINT 指定一个兼容 DynamoDB 的服务。`,
      `The local database engine ${name} is not installed. Run npm ci again (without --omit=optional); where it does not exist for this platform, name any DynamoDB-compatible service in the environment variable DYNAMODB_ENDPOINT.`,
    ),
  );
