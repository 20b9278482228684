import './button.css';
import type { ChangeEvent, ReactNode } from 'react';
import { buttonClass } from './button.tsx';

type FileButtonProps = {
  readonly children: ReactNode;
  readonly accept: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly id?: string;
  readonly multiple?: boolean;
  /** Opens the camera where there is one. */
  readonly capture?: 'environment';
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true | undefined;
};

/** The platform's file input under a label that looks like a button; keyboards and readers use the input. */
export function FileButton({ children, onFiles, ...input }: FileButtonProps) {
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    // The same file may be chosen again.
    target.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <label className={`${buttonClass()} file-button`}>
      {children}
      <input {...input} type="file" className="file-input" onChange={take} />
    </label>
  );
}
