import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { tableClient } from '../../functions/persistence/clients.ts';
import { itemsOf } from '../../infra/local/tamper/raw-journal.ts';
import { hasBrowser, openAs } from '../support/browser.ts';
import { act, checklistOf, readyToRecommend } from '../support/portal-cases.ts';
import { usePortal } from '../support/portal-visit.ts';
import { approveAs } from '../support/reviewing.ts';

describe.skipIf(!hasBrowser)('an auditor', () => {
  const portal = usePortal();
  let caseId: string;

  beforeAll(async () => {
    const system = portal.system();
    await system.as('finance-officer-1')('openFund', {
      body: {
        commandId: randomUUID(),
        funder: 'county',
        programme: 'startup-grant',
        year: new Date().getFullYear(),
        allocated: 500_000_000,
        reason: '年初预算',
      },
    });
    caseId = await readyToRecommend(system, 'applicant-electronics', 1);
    const second = 'chengguan-reviewer-2';
    const { explanation } = await system.as(second)('getCase', { params: { caseId } });
    await act(system, second, caseId, {
      type: 'recommend',
      opinion: 'support',
      amount: explanation.amount,
      reason: '情况属实，建议支持。',
      checklist: await checklistOf(system, second, caseId),
    });
    await approveAs(system.as('human-resources-reviewer-1'), caseId);
    await approveAs(system.as('county-leader'), caseId);
    await system.system.runBackground('sealer');
  }, 120_000);

  it('sees who approved, on what rule, and that nothing was altered', async () => {
    const { page, look } = await portal.visitor();
    await openAs(page, 'auditor', `/dossiers/${caseId}`);
    await page.getByText('是，逐项核验通过').waitFor();
    const who = page.getByRole('region', { name: '谁批的？' });
    expect(await who.getByRole('listitem').first().textContent()).toContain('邓明远 · 平利县人民政府办公室');
    const rule = page.getByRole('region', { name: '凭什么？' });
    expect(await rule.textContent()).toContain('第 1 版');
    await page.getByRole('button', { name: '重算' }).click();
    await page.getByText('全部与记录一致').waitFor();
    await look('dossier');

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载案卷文件' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`${caseId}.dossier.json`);
    expect(JSON.parse(await readFile(await file.path(), 'utf8')).caseId).toBe(caseId);
  });

  it('sees a masked value after giving a reason, and is told that it is on record', async () => {
    const { page, look, lookAtDialog } = await portal.visitor();
    await openAs(page, 'auditor', `/dossiers/${caseId}`);
    await page.getByRole('button', { name: '查看隐去的个人信息' }).click();
    const dialog = page.getByRole('dialog');
    await lookAtDialog('dossier-unmask');
    await dialog.getByLabel('理由').fill('与身份证原件核对');
    await dialog.getByRole('button', { name: '说明理由并查看' }).click();
    await page.getByRole('button', { name: '显示 法定代表人身份证号码' }).click();
    await page.getByText('已查看 1 项，均已记录').waitFor();
    expect(await page.locator('.revealed').textContent()).toMatch(/^\d{17}[\dX]$/);
    await look('dossier-unmasked');
    await page.reload();
    await page.getByText('查看隐去的内容 /legalRepresentativeId：与身份证原件核对').waitFor();
    expect(await page.locator('.revealed').count()).toBe(0);
  });

  it('reads it on a phone, in English', async () => {
    const { page, look } = await portal.visitor({ device: 'phone', locale: 'en' });
    await page.goto(`/dossiers/${caseId}`);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.locator('button[value="auditor"]').click();
    await page.getByText('Yes: every check holds').waitFor();
    await look('dossier-phone-en');
  });

  it('is shown the first event that was falsified', async () => {
    const { stores, settings } = portal.system().system.surroundings;
    const client = tableClient(stores);
    const tables = { client, registry: settings.REGISTRY_TABLE, journal: settings.JOURNAL_TABLE };
    const items = await itemsOf(tables, caseId);
    const visit = items.find(({ type }) => type === 'site-visited')!;
    const altered = { ...visit, data: { ...(visit.data as object), findings: '未到现场。' } };
    const put = (Item: object) => client.send(new PutCommand({ TableName: tables.journal, Item }));
    await put(altered);
    try {
      const { page, look } = await portal.visitor();
      await openAs(page, 'auditor', `/dossiers/${caseId}`);
      await page.getByText('不是：核验发现问题').waitFor();
      await page.getByText(`第 ${Number(visit.seq)} 号事件`, { exact: true }).waitFor();
      await page.getByText('事件内容与它自己的哈希不符').waitFor();
      await look('dossier-falsified');
    } finally {
      await put(visit);
      client.destroy();
    }
  });

  it('checks in the browser that a checkpoint kept before still holds, and one that is falsified does not', async () => {
    const { system, as } = portal.system();
    const kept = await (await fetch(`${system.origin}/api/ledger/checkpoint`)).text();
    await as('auditor')('listDecisions', {});
    await system.runBackground('sealer');
    const { page, look } = await portal.visitor();
    await openAs(page, 'auditor', '/ledger');
    await page.getByText('没有等待封存的记录').waitFor();
    await page.getByRole('textbox', { name: '以前保存的检查点' }).fill(kept);
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByText('成立：此后只增未改').waitFor();
    await look('ledger');
    const [proof] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载证明文件' }).click(),
    ]);
    expect(JSON.parse(await readFile(await proof.path(), 'utf8')).older).toBe(kept);
    await page.getByRole('textbox', { name: '以前保存的检查点' }).fill(kept.replace(/\n\d+\n/, '\n1\n'));
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByText('不成立', { exact: true }).waitFor();
  });

  it('reads figures and findings, and looks a finding up', async () => {
    const { page, look } = await portal.visitor();
    await openAs(page, 'auditor', '/statistics');
    await page.getByRole('heading', { name: '按政策' }).waitFor();
    await look('statistics');
    await page
      .getByRole('link', { name: /查看这些决定/ })
      .first()
      .click();
    await page.getByRole('heading', { name: '决定记录' }).waitFor();
    expect(new URL(page.url()).searchParams.get('finding')).toBeTruthy();
    await page.getByRole('table').waitFor();
  });

  it('exports what was found, and takes it home', async () => {
    const { page, lookAtDialog } = await portal.visitor();
    await openAs(page, 'auditor', '/decisions?from=2026-11-01');
    await page.getByRole('table').waitFor();
    await page.getByRole('button', { name: '导出' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '开始导出' }).click();
    await dialog.getByText('导出完成').waitFor({ timeout: 30_000 });
    await lookAtDialog('export-dialog');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog
        .getByRole('link', { name: /^rows-.*\.csv$/ })
        .first()
        .click(),
    ]);
    expect(await readFile(await file.path(), 'utf8')).toContain(caseId);
  });
});
