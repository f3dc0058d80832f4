// Verify checks a Yol log with Go's own packages, so with nothing of Yol. Where Debian's golang-golang-x-mod-dev is installed:
//
//	export GO111MODULE=off GOPATH=/usr/share/gocode
//	go run verify.go -key VKEY [-witness VKEY]... [-earlier FILE] -log PREFIX
//	go run verify.go -key VKEY [-witness VKEY]... -proof FILE -entry FILE
//
// The first one reads the log below an address or folder: its checkpoint, all tiles and all entries, and whether it grew
// from an earlier checkpoint. The second one checks a .tlog-proof file for an entry. Both end with status 1 and say why
// when anything is wrong, or when one of the witnesses named has not signed.
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	height    = 8
	fullWidth = 1 << height
	cosigner  = 4
)

type keys []string

func (k *keys) String() string         { return strings.Join(*k, " ") }
func (k *keys) Set(value string) error { *k = append(*k, value); return nil }

func main() {
	var witnesses keys
	key := flag.String("key", "", "the log's public key")
	flag.Var(&witnesses, "witness", "the public key of a witness that must have signed; may be repeated")
	log := flag.String("log", "", "address or folder of the log")
	earlier := flag.String("earlier", "", "file of an earlier checkpoint of the log")
	proof := flag.String("proof", "", "a .tlog-proof file")
	entry := flag.String("entry", "", "file of the entry that is proven")
	flag.Parse()

	var said string
	verifiers, err := newVerifiers(*key, witnesses)
	switch {
	case err != nil:
	case *log != "":
		said, err = verifyLog(*log, *earlier, verifiers)
	case *proof != "" && *entry != "":
		said, err = verifyProof(*proof, *entry, verifiers)
	default:
		err = errors.New("say -log, or -proof and -entry")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(said)
}

// A verifierList has the keys of the log and its witnesses, all of which must have signed.
type verifierList struct {
	list note.Verifiers
	all  []note.Verifier
}

func newVerifiers(key string, witnesses []string) (*verifierList, error) {
	log, err := note.NewVerifier(key)
	if err != nil {
		return nil, fmt.Errorf("key of the log: %w", err)
	}
	all := []note.Verifier{log}
	for _, witness := range witnesses {
		verifier, err := newCosignatureVerifier(witness)
		if err != nil {
			return nil, fmt.Errorf("key of a witness: %w", err)
		}
		all = append(all, verifier)
	}
	return &verifierList{note.VerifierList(all...), all}, nil
}

// Open reads the checkpoint of a note that all of them signed.
func (v *verifierList) open(signed []byte) (tlog.Tree, error) {
	opened, err := note.Open(signed, v.list)
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("checkpoint: %w", err)
	}
	for _, verifier := range v.all {
		found := false
		for _, signature := range opened.Sigs {
			found = found || signature.Name == verifier.Name() && signature.Hash == verifier.KeyHash()
		}
		if !found {
			return tlog.Tree{}, fmt.Errorf("checkpoint: not signed by %s", verifier.Name())
		}
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 {
		return tlog.Tree{}, errors.New("checkpoint: less than three lines")
	}
	if lines[0] != v.all[0].Name() {
		return tlog.Tree{}, fmt.Errorf("checkpoint: of %s, not of %s", lines[0], v.all[0].Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 {
		return tlog.Tree{}, fmt.Errorf("checkpoint: size %q", lines[1])
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("checkpoint: root: %w", err)
	}
	return tlog.Tree{N: size, Hash: root}, nil
}

// A cosignatureVerifier checks what c2sp.org/tlog-cosignature describes, which the note package does not know.
type cosignatureVerifier struct {
	name string
	id   uint32
	key  ed25519.PublicKey
}

func newCosignatureVerifier(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("malformed")
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 1+ed25519.PublicKeySize || key[0] != cosigner {
		return nil, errors.New("not one for cosignatures")
	}
	hash := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	id := binary.BigEndian.Uint32(hash[:])
	if fmt.Sprintf("%08x", id) != parts[1] {
		return nil, errors.New("its id is wrong")
	}
	return &cosignatureVerifier{parts[0], id, key[1:]}, nil
}

func (v *cosignatureVerifier) Name() string    { return v.name }
func (v *cosignatureVerifier) KeyHash() uint32 { return v.id }
func (v *cosignatureVerifier) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(signature), text)
	return ed25519.Verify(v.key, []byte(message), signature[8:])
}

func verifyLog(prefix, earlier string, verifiers *verifierList) (string, error) {
	files := &files{prefix: strings.TrimSuffix(prefix, "/"), read: map[string][]byte{}}
	signed, err := files.get("checkpoint")
	if err != nil {
		return "", err
	}
	tree, err := verifiers.open(signed)
	if err != nil {
		return "", err
	}
	if tree.N == 0 && tree.Hash != sha256.Sum256(nil) {
		return "", errors.New("checkpoint: the root is not that of an empty tree")
	}
	reader := tlog.TileHashReader(tree, files)
	if err := verifyEntries(tree, files, reader); err != nil {
		return "", err
	}
	said := fmt.Sprintf("%d entries", tree.N)
	if earlier != "" {
		before, err := verifyGrowth(tree, earlier, reader, verifiers)
		if err != nil {
			return "", err
		}
		said += fmt.Sprintf(", grown from %d", before.N)
	}
	return said, nil
}

// VerifyEntries reads each entry and compares it with its hash in the tiles, which the reader has compared with the root.
// Of some it makes and checks a proof.
func verifyEntries(tree tlog.Tree, files *files, reader tlog.HashReader) error {
	for first := int64(0); first < tree.N; first += fullWidth {
		width := int64(fullWidth)
		if tree.N-first < width {
			width = tree.N - first
		}
		bundle, err := files.get(path("entries", first/fullWidth, int(width)))
		if err != nil {
			return err
		}
		indexes := make([]int64, width)
		for i := range indexes {
			indexes[i] = tlog.StoredHashIndex(0, first+int64(i))
		}
		hashes, err := reader.ReadHashes(indexes)
		if err != nil {
			return fmt.Errorf("tiles of the entries from %d: %w", first, err)
		}
		for i := range hashes {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return fmt.Errorf("entry %d: the bundle ends within it", first+int64(i))
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			if tlog.RecordHash(bundle[2:end]) != hashes[i] {
				return fmt.Errorf("entry %d: not the one that is in the tree", first+int64(i))
			}
			bundle = bundle[end:]
		}
		if len(bundle) > 0 {
			return fmt.Errorf("entries from %d: more than the tree has", first)
		}
		last := int(width) - 1
		for _, i := range []int{0, last / 3, last} {
			index := first + int64(i)
			proof, err := tlog.ProveRecord(tree.N, index, reader)
			if err != nil {
				return fmt.Errorf("entry %d: %w", index, err)
			}
			if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, hashes[i]); err != nil {
				return fmt.Errorf("entry %d: %w", index, err)
			}
		}
	}
	return nil
}

func verifyGrowth(tree tlog.Tree, earlier string, reader tlog.HashReader, verifiers *verifierList) (tlog.Tree, error) {
	signed, err := os.ReadFile(earlier)
	if err != nil {
		return tlog.Tree{}, err
	}
	// Not all witnesses that sign now did already.
	log := verifiers.all[:1]
	before, err := (&verifierList{note.VerifierList(log...), log}).open(signed)
	if err != nil || before.N == 0 {
		return before, err
	}
	if before.N > tree.N {
		return before, fmt.Errorf("the log had %d entries before, and has %d", before.N, tree.N)
	}
	proof, err := tlog.ProveTree(tree.N, before.N, reader)
	if err != nil {
		return before, err
	}
	if err := tlog.CheckTree(proof, tree.N, tree.Hash, before.N, before.Hash); err != nil {
		return before, fmt.Errorf("the log did not grow from the earlier checkpoint: %w", err)
	}
	return before, nil
}

func verifyProof(proof, entry string, verifiers *verifierList) (string, error) {
	text, err := os.ReadFile(proof)
	if err != nil {
		return "", err
	}
	record, err := os.ReadFile(entry)
	if err != nil {
		return "", err
	}
	parts := strings.SplitN(string(text), "\n\n", 2)
	lines := strings.Split(parts[0], "\n")
	if len(parts) != 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return "", errors.New("proof: not a tlog-proof")
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return "", errors.New("proof: no index")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "index "), 10, 64)
	if err != nil {
		return "", fmt.Errorf("proof: index: %w", err)
	}
	var hashes tlog.RecordProof
	for _, line := range lines[1:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return "", fmt.Errorf("proof: %w", err)
		}
		hashes = append(hashes, hash)
	}
	tree, err := verifiers.open([]byte(parts[1]))
	if err != nil {
		return "", err
	}
	if index < 0 || index >= tree.N {
		return "", fmt.Errorf("proof: no entry %d in a tree of %d", index, tree.N)
	}
	if err := tlog.CheckRecord(hashes, tree.N, tree.Hash, index, tlog.RecordHash(record)); err != nil {
		return "", fmt.Errorf("proof: %w", err)
	}
	return fmt.Sprintf("entry %d of %d", index, tree.N), nil
}

// Files are those of a log below an address or folder. They are tlog's TileReader.
type files struct {
	prefix string
	read   map[string][]byte
}

func (f *files) Height() int                     { return height }
func (f *files) SaveTiles([]tlog.Tile, [][]byte) {}
func (f *files) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		var err error
		if data[i], err = f.get(path(strconv.Itoa(tile.L), tile.N, tile.W)); err != nil {
			return nil, err
		}
	}
	return data, nil
}

// Path is that of c2sp.org/tlog-tiles, which is Go's without the height.
func path(level string, index int64, width int) string {
	path := tlog.Tile{H: height, L: 0, N: index, W: width}.Path()
	return "tile/" + level + strings.TrimPrefix(path, "tile/8/0")
}

func (f *files) get(path string) ([]byte, error) {
	if content, ok := f.read[path]; ok {
		return content, nil
	}
	content, err := f.fetch(path)
	if err != nil {
		return nil, err
	}
	if path != "checkpoint" {
		f.read[path] = content
	}
	return content, nil
}

func (f *files) fetch(path string) ([]byte, error) {
	if !strings.HasPrefix(f.prefix, "http://") && !strings.HasPrefix(f.prefix, "https://") {
		return os.ReadFile(filepath.Join(f.prefix, filepath.FromSlash(path)))
	}
	response, err := http.Get(f.prefix + "/" + path)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", path, response.Status)
	}
	return io.ReadAll(response.Body)
}
