import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

type PhotosProps = {
  readonly unit: string;
  readonly photos: readonly string[];
  /** Where the unit is: what the pictures are of, for those who do not see them. */
  readonly place: string;
};

export function Photos({ unit, photos, place }: PhotosProps) {
  const say = useText();
  return (
    <section className="stack" aria-labelledby="unit-photos">
      <h2 id="unit-photos">{say(words.photos)}</h2>
      <ul className="premises-photos">
        {photos.map((photo, index) => (
          <li key={photo}>
            <Photo unit={unit} photo={photo} alt={say(words.photoOf, { place, n: index + 1 })} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type PhotoProps = { readonly unit: string; readonly photo: string; readonly alt: string };

/** The link opens the picture for a minute: it is asked for when the picture is shown, and again the next time. */
export function Photo({ unit, photo, alt }: PhotoProps) {
  const { data } = useQuery({
    queryKey: ['photo', unit, photo],
    queryFn: ({ signal }) => call('photoLink', { params: { unit, photo }, signal }),
    staleTime: 40_000,
    gcTime: 0,
  });
  return data ? <img src={data.url} alt={alt} loading="lazy" /> : null;
}
