export default function HomePage() {
  return <h1>CacheScope</h1>
}
