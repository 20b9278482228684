import { describe, expect, it } from 'vitest';
import type { Answers } from '../../shared/forms/answers.ts';
import { createDraftStore, type DraftWorld, type ServerDraft } from '../../web/lib/draft/draft-store.ts';
import type { Mirror } from '../../web/lib/draft/mirror.ts';

const stale = new Error('stale');
const lost = new Error('lost');
const refused = new Error('refused');

/** A server with one draft, a device with one mirror, and a clock that only moves when told. */
function setting(answers: Answers = {}) {
  let server: ServerDraft = { draftVersion: 1, answers };
  let mirror: Mirror | undefined;
  let failure: Error | undefined;
  let due: (() => void)[] = [];
  const world: DraftWorld = {
    save: async (draft) => {
      if (failure) throw failure;
      if (draft.draftVersion !== server.draftVersion) throw stale;
      server = { draftVersion: server.draftVersion + 1, answers: draft.answers };
      return { draftVersion: server.draftVersion, savedAt: 'then', errors: [] };
    },
    load: async () => {
      if (failure) throw failure;
      return server;
    },
    readMirror: () => mirror,
    writeMirror: (next) => {
      mirror = next;
    },
    clearMirror: () => {
      mirror = undefined;
    },
    judge: (error) => (error === stale ? 'stale' : error === lost ? 'no-answer' : 'refused'),
    later: (callback) => {
      due.push(callback);
      return () => {
        due = due.filter((one) => one !== callback);
      };
    },
  };
  return {
    world,
    open: () => createDraftStore(server, world),
    server: () => server,
    mirror: () => mirror,
    fail: (error: Error | undefined) => {
      failure = error;
    },
    otherDeviceSaves: (next: Answers) => {
      server = { draftVersion: server.draftVersion + 1, answers: next };
    },
    timePasses: async () => {
      const now = due;
      due = [];
      for (const callback of now) callback();
      await new Promise((done) => setTimeout(done));
    },
  };
}

describe('a draft being written', () => {
  it('is on the device at once, on the server shortly after, and then no longer on the device', async () => {
    const { open, server, mirror, timePasses } = setting();
    const store = open();
    store.change('site', '一号楼');
    expect(store.state()).toMatchObject({ status: 'unsaved', answers: { site: '一号楼' } });
    expect(mirror()).toEqual({ draftVersion: 1, base: {}, answers: { site: '一号楼' } });
    await timePasses();
    expect(store.state()).toEqual({ status: 'saved', answers: { site: '一号楼' }, savedAt: 'then' });
    expect(server()).toEqual({ draftVersion: 2, answers: { site: '一号楼' } });
    expect(mirror()).toBeUndefined();
  });

  it('keeps and sends what is typed while a save is under way', async () => {
    const { open, server, timePasses } = setting();
    const store = open();
    store.change('jobs', 1);
    const saving = store.flush();
    store.change('jobs', 12);
    await saving;
    expect(store.state()).toMatchObject({ status: 'unsaved', answers: { jobs: 12 } });
    await timePasses();
    expect(server().answers).toEqual({ jobs: 12 });
    expect(store.state().status).toBe('saved');
  });

  it('takes an answer away when it is emptied', async () => {
    const { open, server, timePasses } = setting({ jobs: 3 });
    open().change('jobs', undefined);
    await timePasses();
    expect(server().answers).toEqual({});
  });
});

describe('without a network', () => {
  it('waits, keeps everything on the device, and saves when the network is back', async () => {
    const { open, server, mirror, fail, timePasses } = setting();
    const store = open();
    fail(lost);
    store.change('site', '一号楼');
    await timePasses();
    expect(store.state()).toMatchObject({ status: 'offline', answers: { site: '一号楼' } });
    store.change('jobs', 12);
    await timePasses();
    expect(mirror()?.answers).toEqual({ site: '一号楼', jobs: 12 });
    fail(undefined);
    await timePasses();
    expect(store.state().status).toBe('saved');
    expect(server().answers).toEqual({ site: '一号楼', jobs: 12 });
  });

  it('gives back what was typed after the page was closed, and sends it', async () => {
    const { open, server, fail, timePasses } = setting();
    fail(lost);
    open().change('site', '一号楼');
    fail(undefined);
    const reopened = open();
    expect(reopened.state()).toMatchObject({ status: 'unsaved', answers: { site: '一号楼' } });
    await timePasses();
    expect(server().answers).toEqual({ site: '一号楼' });
  });
});

describe('two devices', () => {
  it('shows what differs and who changed it, and sends nothing until the person has chosen', async () => {
    const { open, server, otherDeviceSaves, timePasses } = setting({ site: 'a', jobs: 1, town: 't' });
    const store = open();
    otherDeviceSaves({ site: 'theirs', jobs: 2, town: 't' });
    store.change('site', 'mine');
    await timePasses();
    expect(store.state()).toMatchObject({
      status: 'conflict',
      answers: { site: 'mine' },
      conflict: {
        differences: [
          { id: 'jobs', mine: 1, theirs: 2, changedBy: 'them' },
          { id: 'site', mine: 'mine', theirs: 'theirs', changedBy: 'both' },
        ],
      },
    });
    await timePasses();
    expect(server().answers).toMatchObject({ site: 'theirs' });
    store.resolve({ site: 'mine', jobs: 2, town: 't' });
    await timePasses();
    expect(store.state().status).toBe('saved');
    expect(server()).toEqual({ draftVersion: 3, answers: { site: 'mine', jobs: 2, town: 't' } });
  });

  it('asks again when the page was closed before choosing', async () => {
    const { open, otherDeviceSaves, timePasses } = setting({ site: 'a' });
    const store = open();
    otherDeviceSaves({ site: 'theirs' });
    store.change('site', 'mine');
    await timePasses();
    store.change('site', 'mine, still');
    expect(open().state()).toMatchObject({ status: 'conflict', answers: { site: 'mine, still' } });
  });

  it('is no conflict when both say the same', async () => {
    const { open, otherDeviceSaves, timePasses } = setting({ site: 'a' });
    const store = open();
    otherDeviceSaves({ site: 'b' });
    store.change('site', 'b');
    await timePasses();
    expect(store.state()).toMatchObject({ status: 'saved', answers: { site: 'b' } });
  });
});

describe('a refusal', () => {
  it('is shown, nothing is lost, and the next change is sent again', async () => {
    const { open, mirror, server, fail, timePasses } = setting();
    const store = open();
    fail(refused);
    store.change('site', 'x');
    await timePasses();
    expect(store.state()).toMatchObject({ status: 'refused', problem: refused });
    expect(mirror()?.answers).toEqual({ site: 'x' });
    fail(undefined);
    store.change('site', 'y');
    await timePasses();
    expect(server().answers).toEqual({ site: 'y' });
  });
});
