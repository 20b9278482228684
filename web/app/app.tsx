import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { PageSkeleton } from '../components/feedback/skeleton.tsx';
import { ToastRegion } from '../components/toast/toast-region.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { createQueryClient } from './query-client.ts';
import { Routes } from './routes.tsx';
import { ExpiryNotice } from './shell/expiry-notice.tsx';
import { Footer } from './shell/footer.tsx';
import { Header } from './shell/header.tsx';
import { useDocumentLanguage } from './shell/use-document-language.ts';

export function App() {
  const [queries] = useState(createQueryClient);
  useDocumentLanguage();
  return (
    <QueryClientProvider client={queries}>
      <Header />
      <ExpiryNotice />
      <main id="main" className="shell-main">
        <ErrorBoundary>
          <Suspense fallback={<PageSkeleton />}>
            <Routes />
          </Suspense>
        </ErrorBoundary>
      </main>
      <Footer />
      <ToastRegion />
    </QueryClientProvider>
  );
}
