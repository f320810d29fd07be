// Writes format.csv and parse.csv beside this file: what Go's strconv makes of doubles and of texts.
//
//	go run generate.go
//
// The only differences to strconv are the gateway's own rules: the negative zero is written "0", and
// hexadecimal numbers and underscores are refused.
package main

import (
	"bufio"
	"fmt"
	"math"
	"math/rand"
	"os"
	"strconv"
	"strings"
)

func main() {
	write("format.csv", "# bits of the double (hex),text as FormatFloat(v, 'g', -1, 64)", formats)
	write("parse.csv", "# text,bits of the double (hex) or \"refused\"", parses)
}

func write(name, head string, fill func(line func(string))) {
	file, err := os.Create(name)
	if err != nil {
		panic(err)
	}
	out := bufio.NewWriter(file)
	fmt.Fprintln(out, head)
	fmt.Fprintln(out, "# written by generate.go")
	seen := map[string]bool{}
	fill(func(line string) {
		if !seen[line] {
			seen[line] = true
			fmt.Fprintln(out, line)
		}
	})
	if err := out.Flush(); err != nil {
		panic(err)
	}
}

func formats(line func(string)) {
	put := func(v float64) { line(bits(v) + "," + format(v)) }
	for _, v := range []float64{0, math.Copysign(0, -1), math.NaN(), math.Inf(1), math.Inf(-1), 1, -1, 0.1, 0.3,
		1.0 / 3, 2.0 / 3, 100, 999999, 1e6, 1000001, 1234567, 123456.789, 1.23456789e8, 123456, 0.0001, 0.00012345, 0.00001,
		0.000099999999, 2e23, 1e23, 9e15, 1 << 53, 1<<53 - 1, 1<<53 + 2, math.MaxInt64, math.MaxUint64, 1e21, 1e22,
		5e-324, 1e-323, 2.2250738585072014e-308, 2.225073858507201e-308, math.MaxFloat64, 4.35, 0.07, 5.005, 299792.458,
		999999.5, 999999.9999999999, 99999.95, 1.7953717899194815e9, 9.5367431640625e-7} {
		put(v)
		put(-v)
	}
	for e := -1074; e <= 1023; e++ { // a double below a power of two is half as far away as the one above
		if e < -1060 || e > 1010 || e%7 == 0 || (e > -70 && e < 70) {
			p := math.Ldexp(1, e)
			put(p)
			put(math.Nextafter(p, 0))
			put(math.Nextafter(p, math.Inf(1)))
		}
	}
	for e := -323; e <= 308; e++ {
		if e%5 == 0 || (e > -25 && e < 25) {
			p, _ := strconv.ParseFloat(fmt.Sprintf("1e%d", e), 64)
			put(p)
			put(math.Nextafter(p, 0))
			put(math.Nextafter(p, math.Inf(1)))
		}
	}
	random := rand.New(rand.NewSource(1))
	for i := 0; i < 800; i++ {
		if v := math.Float64frombits(random.Uint64()); !math.IsNaN(v) && !math.IsInf(v, 0) {
			put(v)
		}
		put(float64(random.Intn(2000000)) / 1000)
		put(float64(random.Int63n(1 << uint(1+random.Intn(62)))))
	}
}

func parses(line func(string)) {
	put := func(text string) { line(text + "," + parse(text)) }
	accepted := "0 -0 +0 00 1 01 007 +1 -1 1. .5 -.5 +.5 5.e1 .5e1 1e3 1E3 1e+3 +1e3 1e-3 1e0 1e00 1e003 1.5 0.1 0.2 0.3 " +
		"NaN nan NAN Nan nAn Inf inf INF +Inf -Inf +inf -inf Infinity infinity INFINITY +Infinity -infinity iNf " +
		"1e308 1.7976931348623157e308 1.7976931348623158e308 1e-308 2.2250738585072014e-308 2.2250738585072011e-308 " +
		"2.2250738585072012e-308 5e-324 4.9e-324 3e-324 2.4703282292062327e-324 2.4703282292062328e-324 1e-400 -1e-400 1e-99999999999 " +
		"0e99999999999 0e400 9007199254740991 9007199254740992 9007199254740993 9007199254740994 9007199254740995 " +
		"9007199254740992.9999 9007199254740993.0000000000000000000000001 18446744073709551615 18446744073709551616 " +
		"9223372036854775807 -9223372036854775808 123456789012345678901234567890 0.000000000000000000000000000001 " +
		"1.00000000000000011102230246251565404236316680908203125 1.00000000000000011102230246251565404236316680908203124 " +
		"1.00000000000000011102230246251565404236316680908203126 7.2057594037927933e16 8.41e21 2e23 1e23 " +
		"6.02214076e23 3.141592653589793238462643383279 1795371790.8609999 1.79537179086E9 1.7953717899194815e+09"
	for _, text := range strings.Fields(accepted) {
		put(text)
	}
	put("0." + strings.Repeat("0", 400) + "1e400")
	put("1" + strings.Repeat("0", 400) + "e-400")
	put(strings.Repeat("9", 300))
	put(strings.Repeat("0", 300) + "7")
	put("0." + strings.Repeat("3", 500))
	put("179769313486231580793" + strings.Repeat("0", 288))
	refused := "1e400 -1e400 1e309 1.7976931348623159e308 1e99999999999 0x1 0x1p4 0X1P4 0b1 0o7 1_000 1p4 +NaN -NaN " +
		". + - e e5 .e5 1e 1e+ 1e- 1.2.3 --1 ++1 +-1 1e1.5 1f 1d 1L 1.0f Infin infinit Infinityy In nanx na NaN() " +
		"0x 1e5e5 1- true null None ١ ∞"
	for _, text := range strings.Fields(refused) {
		put(text)
	}
	put("1" + strings.Repeat("0", 309))
	random := rand.New(rand.NewSource(2))
	for i := 0; i < 600; i++ {
		text := strconv.FormatUint(random.Uint64(), 10)
		point := random.Intn(len(text))
		put(fmt.Sprintf("%s.%se%d", text[:point], text[point:], random.Intn(660)-340))
	}
}

func bits(v float64) string {
	if math.IsNaN(v) {
		return "7ff8000000000000"
	}
	return fmt.Sprintf("%016x", math.Float64bits(v))
}

func format(v float64) string {
	if v == 0 {
		return "0"
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

func parse(text string) string {
	if strings.ContainsAny(text, "xX_pP") {
		return "refused"
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return "refused"
	}
	return bits(v)
}
