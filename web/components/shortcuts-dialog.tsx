import { type Text, text } from '../../shared/language/text.ts';
import { useText } from '../lib/i18n/use-text.ts';
import { Dialog } from './dialog/dialog.tsx';

const title = text('键盘快捷键', 'Keyboard shortcuts');

type ShortcutHelp = readonly (readonly [key: string, meaning: Text])[];

type ShortcutsDialogProps = { readonly help: ShortcutHelp; readonly onClose: () => void };

/** The help sheet under `?`. */
export function ShortcutsDialog({ help, onClose }: ShortcutsDialogProps) {
  const say = useText();
  return (
    <Dialog title={say(title)} onClose={onClose}>
      <table className="lined">
        <tbody>
          {help.map(([key, meaning]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{say(meaning)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
