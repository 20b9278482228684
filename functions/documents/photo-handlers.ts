import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { premisesPhotoRoutes } from '../../shared/api/routes/premises.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { keepsPremisesOf } from '../../shared/premises/keeping.ts';
import { townOfPremises } from '../../shared/premises/site.ts';
import type { Unit } from '../../shared/premises/unit.ts';
import type { RequestOf, SignedInRequestOf } from '../http/endpoint.ts';
import { readDocument, writeDocument } from '../persistence/document.ts';
import { readUnit } from '../persistence/premises.ts';
import type { System } from '../system.ts';
import { later, linkTo } from './link-to.ts';
import { documentObjectKey, uploadSeconds } from './object-removal.ts';
import { type DocumentsSystem, receive } from './receive.ts';

/** Photographs of a unit lie where documents of a case do, under the unit's id, in one slot. */
const photoSlot = 'photo';
const photoTypes = ['image/jpeg', 'image/png'] as const;
const mostBytes = 8_000_000;

async function keptUnit({ tables }: System, actor: Actor, unitId: string): Promise<Outcome<Unit>> {
  const kept = await readUnit(tables, unitId);
  if (kept === undefined) return refuse('not-found');
  return keepsPremisesOf(actor, townOfPremises(unitId)) ? accept(kept.unit) : refuse('outside-your-town');
}

type Form = { photo: string; url: string; fields: Record<string, string>; expiresAt: string };

export const requestPhotoUpload =
  (system: DocumentsSystem) =>
  async ({
    actor,
    params: { unit },
    body: { name, type, size },
  }: SignedInRequestOf<typeof premisesPhotoRoutes.requestPhotoUpload>): Promise<Outcome<Form>> => {
    const found = await keptUnit(system, actor, unit);
    if (!found.ok) return found;
    if (size > mostBytes) return refuse('document-too-large', { params: { limitMb: mostBytes / 1_000_000 } });
    const now = system.now();
    const id = system.newId();
    await writeDocument(system.tables, {
      ...{ caseId: unit, id, slot: photoSlot, name, type, size, askedAt: now },
      state: 'awaited',
    });
    const form = await system.objects.uploadForm(documentObjectKey(unit, id), type, size);
    return accept({ photo: id, ...form, expiresAt: later(now, uploadSeconds) });
  };

type Received = { photo: string; state: 'pending' | 'clean' | 'refused' };

export const confirmPhotoUpload =
  (system: DocumentsSystem) =>
  async ({
    actor,
    params: { unit, photo },
  }: SignedInRequestOf<typeof premisesPhotoRoutes.confirmPhotoUpload>): Promise<Outcome<Received>> => {
    const found = await keptUnit(system, actor, unit);
    if (!found.ok) return found;
    const asked = await readDocument(system.tables, unit, photo);
    if (asked === undefined) return refuse('document-not-found');
    if (asked.state === 'clean') return accept({ photo, state: asked.state });
    const received = await receive(system, asked, photoTypes);
    return received.ok ? accept({ photo, state: received.value.state }) : received;
  };

/** Only what the unit names is public; an upload nobody took over is not. */
export const photoLink =
  (system: DocumentsSystem) =>
  async ({
    params: { unit, photo },
  }: RequestOf<typeof premisesPhotoRoutes.photoLink>): Promise<
    Outcome<{ url: string; expiresAt: string }>
  > => {
    const kept = await readUnit(system.tables, unit);
    const document = kept?.unit.photos.includes(photo)
      ? await readDocument(system.tables, unit, photo)
      : undefined;
    return linkTo(system, document);
  };
