import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiProblem } from '../../shared/api/client.ts';

/**
 * An act that must happen once. Its `commandId` stays the same while answers get lost, so that a retry gets
 * the first answer; a refusal ends it and the next attempt is a new act.
 */
export function useAct<Input, Output>(
  act: (commandId: string, input: Input) => Promise<Output>,
  onDone: (output: Output, input: Input) => void,
) {
  const commandId = useRef<string>(undefined);
  return useMutation({
    mutationFn: (input: Input) => {
      commandId.current ??= crypto.randomUUID();
      return act(commandId.current, input);
    },
    onSuccess: (output, input) => {
      commandId.current = undefined;
      onDone(output, input);
    },
    onError: (error) => {
      if (error instanceof ApiProblem) commandId.current = undefined;
    },
  });
}
