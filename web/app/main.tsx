import './tokens.css';
import './base.css';
import '../components/table.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const place = document.querySelector('#portal');
if (place) createRoot(place).render(<App />);
