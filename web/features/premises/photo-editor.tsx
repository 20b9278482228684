import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UnitDto } from '../../../shared/api/dto/premises.ts';
import { Button } from '../../components/button/button.tsx';
import { FileButton } from '../../components/button/file-button.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { compressImage } from '../../lib/uploads/compress-image.ts';
import { postForm } from '../../lib/uploads/post-form.ts';
import { Photo } from './photos.tsx';
import { useUnitText } from './use-unit-text.ts';
import { words } from './words.ts';

/** The unit as it is, with other photographs. */
async function savePhotos(unit: UnitDto, photos: readonly string[]): Promise<void> {
  const { site, building, floor, room, area, power, readiness, referenceRent, rentSource, offer, note } =
    unit;
  const facts = {
    site,
    building,
    floor,
    room,
    area,
    power,
    readiness,
    referenceRent,
    rentSource,
    offer,
    note,
  };
  await call('changeUnit', {
    params: { unit: unit.unit },
    body: {
      commandId: crypto.randomUUID(),
      version: unit.version,
      unit: { ...facts, photos: [...photos] },
    },
  });
}

async function addPhoto(unit: UnitDto, file: File): Promise<void> {
  const small = await compressImage(file);
  const type = small.type === 'image/png' ? 'image/png' : 'image/jpeg';
  const params = { unit: unit.unit };
  const { photo, url, fields } = await call('requestPhotoUpload', {
    params,
    body: { name: small.name.slice(-200), type, size: small.size },
  });
  const signal = new AbortController().signal;
  await postForm({ url, fields, file: small, signal, onProgress: () => undefined });
  await call('confirmPhotoUpload', { params: { ...params, photo } });
  await savePhotos(unit, [...unit.photos, photo]);
}

export function PhotoEditor({ unit }: { readonly unit: UnitDto }) {
  const say = useText();
  const { place } = useUnitText();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (work: () => Promise<void>) => work(),
    onSuccess: async () => {
      announce(words.saved);
      await queries.invalidateQueries({ queryKey: ['premises'] });
    },
  });
  return (
    <section className="sheet stack" aria-labelledby="photo-editor">
      <h2 id="photo-editor">{say(words.photos)}</h2>
      <p className="soft" id="photo-hint">
        {say(words.photosHint)}
      </p>
      <ul className="premises-photos">
        {unit.photos.map((photo, index) => (
          <li key={photo}>
            <Photo
              unit={unit.unit}
              photo={photo}
              alt={say(words.photoOf, { place: place(unit), n: index + 1 })}
            />
            <Button
              kind="quiet"
              busy={change.isPending}
              onClick={() =>
                change.mutate(() =>
                  savePhotos(
                    unit,
                    unit.photos.filter((id) => id !== photo),
                  ),
                )
              }
            >
              {say(words.removePhoto, { n: index + 1 })}
            </Button>
          </li>
        ))}
      </ul>
      {change.error !== null && <ProblemNotice error={change.error} />}
      {change.isPending ? (
        <p role="status">{say(words.uploading)}</p>
      ) : (
        <div>
          <FileButton
            accept="image/jpeg,image/png"
            capture="environment"
            aria-describedby="photo-hint"
            onFiles={([file]) => {
              if (file) change.mutate(() => addPhoto(unit, file));
            }}
          >
            {say(words.addPhoto)}
          </FileButton>
        </div>
      )}
    </section>
  );
}
